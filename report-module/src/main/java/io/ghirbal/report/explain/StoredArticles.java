package io.ghirbal.report.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The analysed articles of the database, as they are compared there. */
public class StoredArticles {
    /** Behind every digit of an id. */
    private static final String LAST = "g";

    private final JdbcClient database;

    StoredArticles(JdbcClient database) {
        this.database = database;
    }

    /** The first two articles, by id, whose id begins with {@code digits}, in small letters: more than one when the digits are too few. */
    public List<PairedArticle> find(String digits) {
        return database.sql("""
                select a.id, a.source, a.record, y.title, y.body, s.story_id,
                    case when s.article_id is null then a.outlet else s.outlet end as text_outlet,
                    case when s.article_id is null then y.published_on else s.day end as text_day
                from article a
                    join article_analysis y on y.article_id = a.id
                    left join article_story s on s.article_id = a.id
                where a.id between :first and :last
                order by a.id
                fetch first 2 rows only
                """)
                .param("first", digits)
                .param("last", digits + LAST)
                .query(StoredArticles::article)
                .list();
    }

    private static PairedArticle article(ResultSet row, int number) throws SQLException {
        return new PairedArticle(
                row.getString("source"),
                row.getLong("record"),
                row.getString("id"),
                row.getString("title"),
                row.getString("text_outlet"),
                row.getObject("text_day", LocalDate.class),
                row.getString("body"),
                row.getString("story_id"));
    }
}
