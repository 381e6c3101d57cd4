package io.ghirbal.ingest;

import io.ghirbal.ingest.article.Article;
import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores the articles of a chunk whose text is new, lists the rejected documents, and counts all of them for the run, in the transaction
 * of the chunk. Of documents with the same text the first one met is stored. Plain JDBC, for the rows are many.
 */
class DocumentWriter implements ItemWriter<SourceRecord> {
    private final JdbcTemplate jdbc;
    private final IngestProgress progress;
    private final long runId;
    private long documents;
    private long rejected;

    DocumentWriter(JdbcTemplate jdbc, IngestProgress progress, long runId) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends SourceRecord> chunk) {
        String outlet = outlet();
        Map<String, Article> articles = new LinkedHashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        for (SourceRecord record : chunk) {
            if (record instanceof SourceDocument document) {
                Article article = Article.of(runId, document, outlet);
                articles.putIfAbsent(article.id(), article);
            } else {
                rejections.add((Rejection) record);
            }
        }
        articles.keySet().removeAll(stored(articles.keySet()));
        insertArticles(articles.values());
        insertRejections(rejections);
        count(chunk.size(), articles.size(), rejections.size());
        documents += chunk.size();
        rejected += rejections.size();
        progress.advanced(documents, rejected);
    }

    private @Nullable String outlet() {
        return jdbc.queryForObject("select outlet from run where id = ?", String.class, runId);
    }

    /** Those of {@code ids} that are in the database. */
    private Set<String> stored(Set<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return new HashSet<>(
                jdbc.queryForList("select id from article where id in (" + places + ")", String.class, ids.toArray()));
    }

    private void insertArticles(Collection<Article> articles) {
        jdbc.batchUpdate("""
                insert into article
                    (id, run_id, source, record, external_id, url, outlet, title, published, charset, text, characters)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, articles, Math.max(1, articles.size()), (statement, article) -> {
            statement.setString(1, article.id());
            statement.setLong(2, article.runId());
            statement.setString(3, article.source());
            statement.setLong(4, article.record());
            statement.setString(5, article.externalId());
            statement.setString(6, article.url());
            statement.setString(7, article.outlet());
            statement.setString(8, article.title());
            statement.setString(9, article.published());
            statement.setString(10, article.charset());
            statement.setString(11, article.text());
            statement.setInt(12, article.characters());
        });
    }

    private void insertRejections(List<Rejection> rejections) {
        jdbc.batchUpdate(
                "insert into rejected_document (run_id, source, record, cause, message) values (?, ?, ?, ?, ?)",
                rejections,
                Math.max(1, rejections.size()),
                (statement, rejection) -> {
                    statement.setLong(1, runId);
                    statement.setString(2, rejection.source());
                    statement.setLong(3, rejection.record());
                    statement.setString(4, rejection.cause().name());
                    statement.setString(5, rejection.message());
                });
    }

    private void count(int read, int stored, int rejected) {
        jdbc.update("""
                update run set documents_read = documents_read + ?, documents_stored = documents_stored + ?,
                    documents_duplicate = documents_duplicate + ?, documents_rejected = documents_rejected + ?
                where id = ?
                """, read, stored, read - stored - rejected, rejected, runId);
    }
}
