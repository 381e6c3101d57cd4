package io.ghirbal.ingest;

import io.ghirbal.ingest.article.Article;
import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/**
 * Stores the articles of a chunk whose text is new, lists the rejected documents, and counts all of them for the run, in the transaction
 * of the chunk. Of documents with the same text the first one met is stored. A text met in the place of another supersedes that one, unless
 * it stands in a further place too. Plain JDBC, for the rows are many.
 */
class DocumentWriter implements ItemWriter<MetDocument> {
    private final JdbcTemplate jdbc;
    private final StoredDocuments stored;
    private final IngestProgress progress;
    private final long runId;
    private long documents;
    private long rejected;

    /** A row of {@code document}. */
    private record Place(String id, String path, long record, String articleId) {}

    DocumentWriter(JdbcTemplate jdbc, IngestProgress progress, long runId) {
        this.jdbc = jdbc;
        this.stored = new StoredDocuments(jdbc);
        this.progress = progress;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends MetDocument> chunk) {
        String outlet = outlet();
        Map<String, Article> articles = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        for (MetDocument met : chunk) {
            if (met.record() instanceof SourceDocument document) {
                Article article = Article.of(runId, document, outlet);
                articles.putIfAbsent(article.id(), article);
                Place place = new Place(met.placeId(), met.path(), document.record(), article.id());
                places.put(place.id(), place);
            } else {
                rejections.add((Rejection) met.record());
            }
        }
        articles.keySet().removeAll(stored.articles(articles.keySet()));
        insertArticles(articles.values());
        settle(places, articles.keySet());
        insertRejections(rejections);
        count(chunk.size(), articles.size(), rejections.size());
        documents += chunk.size();
        rejected += rejections.size();
        progress.advanced(documents, rejected);
    }

    private @Nullable String outlet() {
        return jdbc.queryForObject("select outlet from run where id = ?", String.class, runId);
    }

    /**
     * Enters which text stands where now, and which articles stand nowhere any more, or again.
     *
     * @param added ids of the articles that were not stored before: they were not superseded either
     */
    private void settle(Map<String, Place> places, Set<String> added) {
        Map<String, String> before = stored.articlesAt(places.keySet());
        List<Place> fresh = new ArrayList<>();
        List<Place> changed = new ArrayList<>();
        for (Place place : places.values()) {
            String articleId = before.get(place.id());
            if (articleId == null) {
                fresh.add(place);
            } else if (!articleId.equals(place.articleId())) {
                changed.add(place);
            }
        }
        insertPlaces(fresh);
        each("update document set article_id = ? where id = ?", changed, (statement, place) -> {
            statement.setString(1, place.articleId());
            statement.setString(2, place.id());
        });
        each(
                "update article set superseded_run_id = null where id = ? and superseded_run_id is not null",
                Stream.concat(fresh.stream(), changed.stream())
                        .filter(place -> !added.contains(place.articleId()))
                        .toList(),
                (statement, place) -> statement.setString(1, place.articleId()));
        each("""
                update article set superseded_run_id = ? where id = ? and superseded_run_id is null
                    and not exists (select 1 from document where document.article_id = article.id)
                """, changed, (statement, place) -> {
            statement.setLong(1, runId);
            statement.setString(2, Objects.requireNonNull(before.get(place.id())));
        });
    }

    private void insertPlaces(List<Place> places) {
        each("insert into document (id, path, record, article_id) values (?, ?, ?, ?)", places, (statement, place) -> {
            statement.setString(1, place.id());
            statement.setString(2, place.path());
            statement.setLong(3, place.record());
            statement.setString(4, place.articleId());
        });
    }

    private <T> void each(String sql, Collection<T> rows, ParameterizedPreparedStatementSetter<T> values) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), values);
        }
    }

    private void insertArticles(Collection<Article> articles) {
        each("""
                insert into article
                    (id, run_id, source, record, external_id, url, outlet, title, published, charset, text, characters)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, articles, (statement, article) -> {
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
        each(
                "insert into rejected_document (run_id, source, record, cause, message) values (?, ?, ?, ?, ?)",
                rejections,
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
