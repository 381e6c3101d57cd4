package io.ghirbal.report.retention;

import io.ghirbal.report.summary.SummaryTables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Purges articles. Those of a run that did not come to its end are left: it is finished first. The summary tables are filled again, so
 * that they tell what is there. All in one transaction: a purge that is killed has done nothing.
 */
public class Retention {
    private static final String OLD =
            " in (select a.id from article a join run r on r.id = a.run_id where r.started_at < :before and r.status = 'COMPLETED'"
                    + " and (:articles = true or a.purged_at is null))";
    private static final List<String> PURGE_TEXTS = List.of(
            "update removed_block set text = '' where article_id" + OLD,
            "update article set text = '', purged_at = :now where id" + OLD);
    /** What was found in an article goes with its analysis. */
    private static final List<String> PURGE_ARTICLES = List.of(
            "delete from article_analysis where article_id" + OLD,
            "delete from document where article_id" + OLD,
            "delete from article where id" + OLD);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SummaryTables summaries;

    Retention(JdbcClient database, TransactionTemplate transaction, SummaryTables summaries) {
        this.database = database;
        this.transaction = transaction;
        this.summaries = summaries;
    }

    /** Purges, and enters it in the table {@code purge}. */
    public Purge.Outcome purge(Purge purge) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(status -> purge(purge, now));
    }

    private Purge.Outcome purge(Purge purge, Instant now) {
        Purge.Outcome outcome = statement(
                        "select count(*) as articles, coalesce(sum(characters), 0) as characters from article where id"
                                + OLD,
                        purge,
                        now)
                .query(Purge.Outcome.class)
                .single();
        boolean texts = purge.what() == Purge.What.TEXTS;
        for (String sql : texts ? PURGE_TEXTS : PURGE_ARTICLES) {
            statement(sql, purge, now).update();
        }
        summaries.rebuild();
        database.sql("""
                        insert into purge (purged_at, stored_before, what, articles, characters)
                        values (:now, :before, :what, :articles, :characters)
                        """)
                .param("now", time(now))
                .param("before", time(purge.storedBefore()))
                .param("what", purge.what().name())
                .param("articles", outcome.articles())
                .param("characters", outcome.characters())
                .update();
        return outcome;
    }

    private JdbcClient.StatementSpec statement(String sql, Purge purge, Instant now) {
        JdbcClient.StatementSpec statement = database.sql(sql)
                .param("before", time(purge.storedBefore()))
                .param("articles", purge.what() == Purge.What.ARTICLES);
        return sql.contains(":now") ? statement.param("now", time(now)) : statement;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
