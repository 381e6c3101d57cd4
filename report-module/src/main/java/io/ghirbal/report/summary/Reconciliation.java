package io.ghirbal.report.summary;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds numbers that were counted in two ways against each other. */
class Reconciliation {
    /**
     * Two counts that must be equal.
     *
     * @param claim what is claimed, in words, the two sides in their order
     * @param left SQL for the one count; may use the parameters {@code run} and {@code read}
     * @param right SQL for the other count
     */
    /** {@code {current}} stands for the condition that the article {@code a} is not superseded. */
    private record Check(String claim, String left, String right) {}

    private static final List<Check> CHECKS = List.of(
            new Check(
                    "documents the step read = documents the run recorded as read",
                    "select cast(:read as bigint) from run where id = :run",
                    "select documents_read from run where id = :run"),
            new Check(
                    "read = stored + duplicate + rejected",
                    "select documents_read from run where id = :run",
                    "select documents_stored + documents_duplicate + documents_rejected from run where id = :run"),
            new Check(
                    "stored = articles of the run",
                    "select documents_stored from run where id = :run",
                    "select count(*) from article where run_id = :run"),
            new Check(
                    "rejected = rejected documents of the run",
                    "select documents_rejected from run where id = :run",
                    "select count(*) from rejected_document where run_id = :run"),
            new Check("articles = analyses", "select count(*) from article", "select count(*) from article_analysis"),
            new Check(
                    "removed lines of the articles = lines of the removed blocks",
                    "select coalesce(sum(removed_lines), 0) from article_analysis",
                    "select coalesce(sum(lines), 0) from removed_block"),
            new Check(
                    "removed characters of the articles = characters of the removed blocks",
                    "select coalesce(sum(removed_characters), 0) from article_analysis",
                    "select coalesce(sum(characters), 0) from removed_block"),
            new Check(
                    "superseded articles = superseded articles that stand nowhere",
                    "select count(*) from article where superseded_run_id is not null",
                    """
                    select count(*) from article a where a.superseded_run_id is not null
                        and not exists (select 1 from document d where d.article_id = a.id)
                    """),
            new Check(
                    "topic_summary = topics of the current articles",
                    "select coalesce(sum(articles), 0) from topic_summary",
                    "select count(*) from article_topic t join article a on a.id = t.article_id where {current}"),
            new Check(
                    "outlet_summary = current articles",
                    "select coalesce(sum(articles), 0) from outlet_summary",
                    "select count(*) from article a where {current}"),
            new Check(
                    "characters of outlet_summary = characters of the current articles",
                    "select coalesce(sum(kept_characters + removed_characters), 0) from outlet_summary",
                    """
                    select coalesce(sum(b.kept_characters + b.removed_characters), 0)
                    from article_analysis b join article a on a.id = b.article_id where {current}
                    """),
            new Check(
                    "daily_summary = current articles",
                    "select coalesce(sum(articles), 0) from daily_summary",
                    "select count(*) from article a where {current}"),
            new Check(
                    "removed lines of daily_summary = removed lines of the current articles",
                    "select coalesce(sum(removed_lines), 0) from daily_summary",
                    """
                    select coalesce(sum(b.removed_lines), 0)
                    from article_analysis b join article a on a.id = b.article_id where {current}
                    """),
            new Check(
                    "blocks of boilerplate_summary = removed blocks of the current articles",
                    "select coalesce(sum(blocks), 0) from boilerplate_summary",
                    "select count(*) from removed_block r join article a on a.id = r.article_id where {current}"),
            new Check(
                    "lines of boilerplate_summary = lines of the removed blocks of the current articles",
                    "select coalesce(sum(lines), 0) from boilerplate_summary",
                    """
                    select coalesce(sum(r.lines), 0)
                    from removed_block r join article a on a.id = r.article_id where {current}
                    """),
            new Check(
                    "rejection_summary = rejected documents",
                    "select coalesce(sum(documents), 0) from rejection_summary",
                    "select count(*) from rejected_document"));

    private final JdbcClient database;

    Reconciliation(JdbcClient database) {
        this.database = database;
    }

    /**
     * Every claim that does not hold, with its two numbers; empty when all is well.
     *
     * @param run the run to check beside the tables as a whole
     * @param read documents the ingest step counted while it read, over all its attempts
     */
    List<String> mismatches(long run, long read) {
        List<String> mismatches = new ArrayList<>();
        for (Check check : CHECKS) {
            long left = count(check.left(), run, read);
            long right = count(check.right(), run, read);
            if (left != right) {
                mismatches.add("%s: %d against %d".formatted(check.claim(), left, right));
            }
        }
        return mismatches;
    }

    private long count(String sql, long run, long read) {
        JdbcClient.StatementSpec statement = database.sql(sql.replace("{current}", Slice.ALL.condition()));
        if (sql.contains(":run")) {
            statement = statement.param("run", run);
        }
        if (sql.contains(":read")) {
            statement = statement.param("read", read);
        }
        return statement.query(Long.class).single();
    }
}
