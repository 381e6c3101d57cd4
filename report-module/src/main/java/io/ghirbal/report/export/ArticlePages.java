package io.ghirbal.report.export;

import io.ghirbal.nlp.step.RemovedText;
import io.ghirbal.report.summary.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the analysed articles, superseded ones left out, with what was removed from them and their topics, in the order of source,
 * record and id, a page at a time. A page begins where the last one ended and is found through the index over these columns, so that all
 * pages together take time linear in the number of articles, and memory for one page; HSQLDB would hold all rows of a cursor in memory.
 */
class ArticlePages {
    /** Apart from the rest, so that a database reads a page of keys from the index, whatever it takes the other conditions to leave. */
    private static final String KEYS = "select a.id, a.source, a.record from article a";

    private static final String ORDER = " order by a.source, a.record, a.id limit :limit";
    private static final String FIRST = KEYS + ORDER;
    private static final String SAME_SOURCE =
            KEYS + " where a.source = :source and a.record >= :record and (a.record > :record or a.id > :id)" + ORDER;
    private static final String LATER_SOURCES = KEYS + " where a.source > :source" + ORDER;

    private static final String ARTICLES = """
            select a.id, a.source, a.record, a.external_id, a.url, a.outlet, a.published, y.title, y.published_on, y.attribution,
                coalesce(a.author, y.author) as author,
                a.tags, y.language, y.body, y.kept_lines, y.removed_lines, y.kept_characters, y.removed_characters, y.text_note, y.topic_note,
                y.section, y.section_score, a.extra, h.story_id, h.role, h.of_article_id
            from article a join article_analysis y on y.article_id = a.id left join article_story h on h.article_id = a.id
            where a.id in (:ids) and {slice}
            order by a.source, a.record, a.id
            """;
    private static final String REMOVED = """
            select article_id, first_line, last_line, start_column, end_column, kind, reason, confidence, lines, characters, text
            from removed_block where article_id in (:ids) order by article_id, ordinal
            """;
    private static final String TOPICS = """
            select x.article_id, x.code, t.name, t.name_ar, x.score
            from article_topic x join topic t on t.code = x.code
            where x.article_id in (:ids) order by x.article_id, x.ordinal
            """;

    private static final String PUBLICATIONS = """
            select h.article_id, p.outlet, p.url, p.title, p.published_on, p.source, p.record
            from article_story h join publication p on p.text_id = h.text_id
            where h.article_id in (:ids)
            order by h.article_id, case when p.first_of_text = true then 0 else 1 end, p.published_on nulls last,
                p.source, p.record
            """;

    private final JdbcClient database;
    private final Slice slice;
    private final int size;
    private @Nullable Key last;

    /** Where an article stands in the order. */
    private record Key(String id, String source, long record) {}

    /**
     * @param slice the articles to read
     * @param size articles on a page at most, above 0
     */
    ArticlePages(JdbcClient database, Slice slice, int size) {
        this.database = database;
        this.slice = slice;
        this.size = size;
    }

    /** The next page; empty after the last one. */
    List<ExportedArticle> next() {
        List<Key> keys = nextKeys();
        while (!keys.isEmpty()) {
            last = keys.get(keys.size() - 1);
            List<ExportedArticle> page = articles(keys);
            if (!page.isEmpty()) {
                return page;
            }
            keys = nextKeys();
        }
        return List.of();
    }

    // Two queries, as one condition with "or" between the columns keeps HSQLDB from walking the index.
    private List<Key> nextKeys() {
        Key after = last;
        if (after == null) {
            return keys(database.sql(FIRST), size);
        }
        List<Key> keys = new ArrayList<>(keys(
                database.sql(SAME_SOURCE)
                        .param("source", after.source())
                        .param("record", after.record())
                        .param("id", after.id()),
                size));
        if (keys.size() < size) {
            keys.addAll(keys(database.sql(LATER_SOURCES).param("source", after.source()), size - keys.size()));
        }
        return keys;
    }

    private static List<Key> keys(JdbcClient.StatementSpec statement, int limit) {
        return statement
                .param("limit", limit)
                .query((row, number) -> new Key(row.getString("id"), row.getString("source"), row.getLong("record")))
                .list();
    }

    /** Those of them that are in the slice. */
    private List<ExportedArticle> articles(List<Key> keys) {
        List<ExportedArticle> page = slice.statement(database, ARTICLES)
                .param("ids", keys.stream().map(Key::id).toList())
                .query((row, number) ->
                        ExportedArticle.of(row, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                .list();
        if (!page.isEmpty()) {
            addDetails(page.stream().collect(Collectors.toMap(ExportedArticle::id, Function.identity())));
        }
        return page;
    }

    private void addDetails(Map<String, ExportedArticle> articles) {
        database.sql(REMOVED).param("ids", articles.keySet()).query(row -> {
            of(row, articles).removed().add(RemovedText.of(row));
        });
        database.sql(TOPICS).param("ids", articles.keySet()).query(row -> {
            of(row, articles).topics().add(ExportedArticle.Topic.of(row));
        });
        database.sql(PUBLICATIONS).param("ids", articles.keySet()).query(row -> {
            of(row, articles).publications().add(ExportedArticle.Appearance.of(row));
        });
    }

    private static ExportedArticle of(ResultSet row, Map<String, ExportedArticle> articles) throws SQLException {
        return Objects.requireNonNull(articles.get(row.getString("article_id")));
    }
}
