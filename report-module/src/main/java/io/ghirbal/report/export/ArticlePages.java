package io.ghirbal.report.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the analysed articles, superseded ones left out, in the order of source, record and id, a page at a time. A page begins where the
 * last one ended and is found through the index over these columns, so that all pages together take time linear in the number of
 * articles, and memory for one page; HSQLDB would hold all rows of a cursor in memory.
 */
class ArticlePages {
    private static final String SELECT = """
            select a.id, a.source, a.record, a.outlet, y.title, y.published_on, y.attribution, y.author, y.body
            from article a join article_analysis y on y.article_id = a.id
            where coalesce(a.superseded_run_id, 0) = 0
            """;
    private static final String ORDER = " order by a.source, a.record, a.id limit :limit";
    private static final String FIRST = SELECT + ORDER;
    private static final String SAME_SOURCE =
            SELECT + " and a.source = :source and a.record >= :record and (a.record > :record or a.id > :id)" + ORDER;
    private static final String LATER_SOURCES = SELECT + " and a.source > :source" + ORDER;

    private final JdbcClient database;
    private final int size;
    private @Nullable ExportedArticle last;

    /** @param size articles on a page, above 0 */
    ArticlePages(JdbcClient database, int size) {
        this.database = database;
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
        JdbcClient.StatementSpec statement = database.sql(sql).param("limit", limit);
        if (after != null) {
            statement.param("source", after.source());
            if (sql.equals(SAME_SOURCE)) {
                statement.param("record", after.record()).param("id", after.id());
            }
        }
        return statement.query((row, number) -> ExportedArticle.of(row)).list();
    }
}
