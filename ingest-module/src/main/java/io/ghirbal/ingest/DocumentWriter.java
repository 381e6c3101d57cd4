package io.ghirbal.ingest;

import io.ghirbal.ingest.RowInserts.Table;
import io.ghirbal.ingest.run.Run;
import io.ghirbal.ingest.run.RunLog;
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
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/**
 * Stores the articles of a chunk whose text is new, lists the rejected documents, and counts all of them for the run, in the transaction
 * of the chunk. Of documents with the same text the first one met is stored. A text met in the place of another supersedes that one, unless
 * it stands in a further place too. Plain JDBC, for the rows are many.
 */
class DocumentWriter implements ItemWriter<List<MetDocument>> {
    private static final Table<Article> ARTICLES = new Table<>(
            "article",
            "id, run_id, source, record, external_id, url, outlet, title, author, published, tags, extra, line_hints, charset, text, characters",
            article -> RowInserts.row(
                    article.id(),
                    article.runId(),
                    article.source(),
                    article.record(),
                    article.externalId(),
                    article.url(),
                    article.outlet(),
                    article.title(),
                    article.author(),
                    article.published(),
                    article.tags(),
                    article.extra(),
                    article.lineHints(),
                    article.charset(),
                    article.text(),
                    article.characters()));
    private static final Table<Place> PLACES = new Table<>(
            "document",
            "id, path, record, article_id, source, outlet, url, title, published, run_id",
            place -> RowInserts.row(
                    place.id(),
                    place.path(),
                    place.record(),
                    place.article().id(),
                    place.article().source(),
                    place.article().outlet(),
                    place.article().url(),
                    place.article().title(),
                    place.article().published(),
                    place.article().runId()));

    private final JdbcTemplate jdbc;
    private final RowInserts inserts;
    private final StoredDocuments stored;
    private final IngestProgress progress;
    private final RunLog log;
    private final Run run;
    private long documents;
    private long rejected;

    /**
     * A row of {@code document}.
     *
     * @param article what was read there; the text may be stored already, as that of another place
     */
    private record Place(String id, String path, long record, Article article) {
        String articleId() {
            return article.id();
        }
    }

    DocumentWriter(JdbcTemplate jdbc, RowInserts inserts, IngestProgress progress, RunLog log, Run run) {
        this.jdbc = jdbc;
        this.inserts = inserts;
        this.stored = new StoredDocuments(jdbc);
        this.progress = progress;
        this.log = log;
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends List<MetDocument>> batches) {
        batches.forEach(this::write);
    }

    private void write(List<MetDocument> batch) {
        Map<String, Article> articles = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        for (MetDocument met : batch) {
            if (met.record() instanceof SourceDocument document) {
                Article article = Article.of(run.id(), document, run.outlet());
                articles.putIfAbsent(article.id(), article);
                Place place = new Place(met.placeId(), met.path(), document.record(), article);
                places.put(place.id(), place);
            } else {
                rejections.add((Rejection) met.record());
            }
        }
        articles.keySet().removeAll(stored.articles(articles.keySet()));
        inserts.insert(ARTICLES, articles.values());
        settle(places, articles.keySet());
        inserts.insert(rejectedDocuments(), rejections);
        log.count(run.id(), batch.size(), articles.size(), rejections.size());
        documents += batch.size();
        rejected += rejections.size();
        progress.advanced(documents, rejected);
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
        inserts.insert(PLACES, fresh);
        // without its key of the text it is looked at anew by the step that finds publications
        each("""
                update document set article_id = ?, source = ?, outlet = ?, url = ?, title = ?, published = ?, run_id = ?,
                    page_key = null, text_key = null
                where id = ?
                """, changed, (statement, place) -> {
            statement.setString(1, place.articleId());
            statement.setString(2, place.article().source());
            statement.setString(3, place.article().outlet());
            statement.setString(4, place.article().url());
            statement.setString(5, place.article().title());
            statement.setString(6, place.article().published());
            statement.setLong(7, place.article().runId());
            statement.setString(8, place.id());
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
            statement.setLong(1, run.id());
            statement.setString(2, Objects.requireNonNull(before.get(place.id())));
        });
    }

    private <T> void each(String sql, Collection<T> rows, ParameterizedPreparedStatementSetter<T> values) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), values);
        }
    }

    private Table<Rejection> rejectedDocuments() {
        return new Table<>(
                "rejected_document",
                "run_id, source, record, cause, message",
                rejection -> RowInserts.row(
                        run.id(),
                        rejection.source(),
                        rejection.record(),
                        rejection.cause().name(),
                        rejection.message()));
    }
}
