package io.ghirbal.report.export;

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
    private static final String SELECT = """
            select a.id, a.source, a.record, a.outlet, y.title, y.published_on, y.attribution, y.author, y.body
            from article a join article_analysis y on y.article_id = a.id
            where {slice}
            """;
    private static final String ORDER = " order by a.source, a.record, a.id limit :limit";
    private static final String FIRST = SELECT + ORDER;
    private static final String SAME_SOURCE =
            SELECT + " and a.source = :source and a.record >= :record and (a.record > :record or a.id > :id)" + ORDER;
    private static final String LATER_SOURCES = SELECT + " and a.source > :source" + ORDER;

    private static final String REMOVED = """
            select article_id, first_line, last_line, start_column, kind, reason, text
            from removed_block where article_id in (:ids) order by article_id, ordinal
            """;
    private static final String TOPICS = """
            select x.article_id, x.code, t.name, x.score
            from article_topic x join topic t on t.code = x.code
            where x.article_id in (:ids) order by x.article_id, x.ordinal
            """;

    private final JdbcClient database;
    private final Slice slice;
    private final int size;
    private @Nullable ExportedArticle last;

    /**
     * @param slice the articles to read
     * @param size articles on a page, above 0
     */
    ArticlePages(JdbcClient database, Slice slice, int size) {
        this.database = database;
        this.slice = slice;
        this.size = size;
    }

    /** The next page; empty after the last one. */
    List<ExportedArticle> next() {
        List<ExportedArticle> page = last == null ? query(FIRST, null, size) : after(last);
        if (!page.isEmpty()) {
            last = page.get(page.size() - 1);
        }
        return page;
    }

    // Two queries, as one condition with "or" between the columns keeps HSQLDB from walking the index.
    private List<ExportedArticle> after(ExportedArticle article) {
        List<ExportedArticle> page = new ArrayList<>(query(SAME_SOURCE, article, size));
        if (page.size() < size) {
            page.addAll(query(LATER_SOURCES, article, size - page.size()));
        }
        return page;
    }

    private List<ExportedArticle> query(String sql, @Nullable ExportedArticle after, int limit) {
        JdbcClient.StatementSpec statement = slice.statement(database, sql).param("limit", limit);
        if (after != null) {
            statement.param("source", after.source());
            if (sql.equals(SAME_SOURCE)) {
                statement.param("record", after.record()).param("id", after.id());
            }
        }
        List<ExportedArticle> page = statement
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
            ExportedArticle article = of(row, articles);
            if (row.getObject("start_column") == null) {
                article.removed().add(ExportedArticle.Lines.of(row));
            } else {
                article.inline().add(ExportedArticle.Span.of(row));
            }
        });
        database.sql(TOPICS).param("ids", articles.keySet()).query(row -> {
            of(row, articles).topics().add(ExportedArticle.Topic.of(row));
        });
    }

    private static ExportedArticle of(ResultSet row, Map<String, ExportedArticle> articles) throws SQLException {
        return Objects.requireNonNull(articles.get(row.getString("article_id")));
    }
}
