package io.ghirbal.report.retention;

import io.ghirbal.ingest.Product;
import io.ghirbal.nlp.story.step.StoriesUpdate;
import io.ghirbal.report.summary.SummaryTables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Purges articles. Those of a run that did not come to its end are left: it is finished first. Publications and stories are brought up to
 * date and the summary tables are filled again, so that they tell what is there. All in one transaction: a purge that is killed has done nothing.
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
            "delete from failed_article where article_id" + OLD,
            "delete from document where article_id" + OLD,
            "delete from article where id" + OLD);

    private final JdbcClient database;
    private final Product product;
    private final TransactionTemplate transaction;
    private final PurgeRepository purges;
    private final SummaryTables summaries;
    private final Supplier<StoriesUpdate> stories;

    Retention(
            JdbcClient database,
            Product product,
            TransactionTemplate transaction,
            PurgeRepository purges,
            SummaryTables summaries,
            Supplier<StoriesUpdate> stories) {
        this.database = database;
        this.product = product;
        this.transaction = transaction;
        this.purges = purges;
        this.summaries = summaries;
        this.stories = stories;
    }

    /** Purges, and enters it in the table {@code purge}. */
    public Purge.Outcome purge(Purge purge) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(status -> purge(purge, now));
    }

    /** What was deleted stays in the files of an HSQLDB until they are written anew; PostgreSQL cleans up by itself. */
    public void giveSpaceBack() {
        if (product == Product.HSQLDB) {
            database.sql("checkpoint defrag").update();
        }
    }

    private Purge.Outcome purge(Purge purge, Instant now) {
        Purge.Outcome outcome = statement(
                        "select count(*) as articles, coalesce(sum(characters), 0) as characters from article where id"
                                + OLD,
                        purge,
                        now)
                .query(Purge.Outcome.class)
                .single();
        if (purge.what() == Purge.What.TEXTS) {
            PURGE_TEXTS.forEach(sql -> statement(sql, purge, now).update());
        } else {
            StoriesUpdate stories = this.stories.get();
            stories.forget(OLD, sql -> statement(sql, purge, now));
            PURGE_ARTICLES.forEach(sql -> statement(sql, purge, now).update());
            stories.completePurge();
        }
        summaries.rebuild();
        purges.save(new PurgeEntry(purge, outcome, now));
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
