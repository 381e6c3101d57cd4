package io.ghirbal.report.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds numbers that were counted in two ways against each other. */
class Reconciliation {
    /**
     * What is counted. Each table is gone through once, since HSQLDB reads whole rows, texts and all; so what holds of the current articles
     * is what holds of all of them less what holds of the superseded ones, which are few and found by their index. Every column is a count.
     */
    private static final List<String> COUNTS = List.of(
            """
            select documents_read as run_read, documents_stored as run_stored, documents_rejected as run_rejected,
                documents_stored + documents_duplicate + documents_rejected as run_accounted
            from run where id = :run
            """,
            """
            select count(*) as articles, coalesce(sum(case when run_id = :run then 1 else 0 end), 0) as run_articles,
                count(superseded_run_id) as superseded
            from article
            """,
            """
            select count(*) as analyses, coalesce(sum(removed_lines), 0) as removed_lines,
                coalesce(sum(removed_characters), 0) as removed_characters,
                coalesce(sum(kept_characters), 0) as kept_characters
            from article_analysis
            """,
            """
            select count(*) as blocks, coalesce(sum(lines), 0) as block_lines, coalesce(sum(characters), 0) as block_characters
            from removed_block
            """,
            "select count(*) as topics from article_topic",
            """
            select count(*) as failed, count(*) - count(a.superseded_run_id) as current_failed
            from failed_article f join article a on a.id = f.article_id
            """,
            """
            select coalesce(sum(case when exists (select 1 from document d where d.article_id = a.id) then 0 else 1 end), 0) as nowhere
            from article a where a.superseded_run_id is not null
            """,
            """
            select coalesce(sum(y.removed_lines), 0) as old_removed_lines,
                coalesce(sum(y.kept_characters + y.removed_characters), 0) as old_characters
            from article a join article_analysis y on y.article_id = a.id where a.superseded_run_id is not null
            """,
            """
            select count(*) as old_blocks, coalesce(sum(r.lines), 0) as old_block_lines
            from article a join removed_block r on r.article_id = a.id where a.superseded_run_id is not null
            """,
            """
            select count(*) as old_topics
            from article a join article_topic t on t.article_id = a.id where a.superseded_run_id is not null
            """,
            """
            select count(*) as rejected, coalesce(sum(case when run_id = :run then 1 else 0 end), 0) as run_rejected_documents
            from rejected_document
            """,
            "select coalesce(sum(articles), 0) as in_topics from topic_summary",
            """
            select coalesce(sum(articles), 0) as in_outlets,
                coalesce(sum(kept_characters + removed_characters), 0) as characters_in_outlets
            from outlet_summary
            """,
            """
            select coalesce(sum(articles), 0) as in_days, coalesce(sum(removed_lines), 0) as lines_in_days
            from daily_summary
            """,
            """
            select coalesce(sum(blocks), 0) as in_kinds, coalesce(sum(lines), 0) as lines_in_kinds
            from boilerplate_summary
            """,
            "select coalesce(sum(documents), 0) as in_causes from rejection_summary",
            """
            select count(*) as publications, coalesce(sum(documents), 0) as looks
            from publication
            """,
            "select count(*) as placed, count(story_id) as in_a_story from article_story",
            "select coalesce(sum(articles), 0) as articles_of_stories from story",
            "select count(*) as documents, count(text_key) as documents_looked_at from document",
            """
            select count(*) as failed_documents from failed_article f join document d on d.article_id = f.article_id
            """,
            "select coalesce(sum(publications), 0) as publications_in_outlets from outlet_summary",
            "select coalesce(sum(publications), 0) as publications_in_days from daily_summary",
            "select coalesce(sum(publications), 0) as publications_in_stories from story_by_day",
            "select coalesce(sum(own + copied), 0) as own_and_copied from outlet_originality");

    /**
     * Two counts that must be equal.
     *
     * @param claim what is claimed, in words, the two sides in their order
     */
    private record Check(String claim, ToLongFunction<Counts> left, ToLongFunction<Counts> right) {}

    private static final List<Check> CHECKS = List.of(
            new Check(
                    "documents the step read = documents the run recorded as read",
                    counts -> counts.of("read"),
                    counts -> counts.of("run_read")),
            new Check(
                    "read = stored + duplicate + rejected",
                    counts -> counts.of("run_read"),
                    counts -> counts.of("run_accounted")),
            new Check(
                    "stored = articles of the run",
                    counts -> counts.of("run_stored"),
                    counts -> counts.of("run_articles")),
            new Check(
                    "rejected = rejected documents of the run",
                    counts -> counts.of("run_rejected"),
                    counts -> counts.of("run_rejected_documents")),
            new Check(
                    "articles = analyses + failed articles",
                    counts -> counts.of("articles"),
                    counts -> counts.of("analyses") + counts.of("failed")),
            new Check(
                    "removed lines of the articles = lines of the removed blocks",
                    counts -> counts.of("removed_lines"),
                    counts -> counts.of("block_lines")),
            new Check(
                    "removed characters of the articles = characters of the removed blocks",
                    counts -> counts.of("removed_characters"),
                    counts -> counts.of("block_characters")),
            new Check(
                    "superseded articles = superseded articles that stand nowhere",
                    counts -> counts.of("superseded"),
                    counts -> counts.of("nowhere")),
            new Check(
                    "topic_summary = topics of the current articles",
                    counts -> counts.of("in_topics"),
                    counts -> counts.of("topics") - counts.of("old_topics")),
            new Check(
                    "outlet_summary = current articles that have an analysis",
                    counts -> counts.of("in_outlets"),
                    Reconciliation::currentAnalyses),
            new Check(
                    "characters of outlet_summary = characters of the current articles",
                    counts -> counts.of("characters_in_outlets"),
                    counts -> counts.of("kept_characters")
                            + counts.of("removed_characters")
                            - counts.of("old_characters")),
            new Check(
                    "daily_summary = current articles that have an analysis",
                    counts -> counts.of("in_days"),
                    Reconciliation::currentAnalyses),
            new Check(
                    "removed lines of daily_summary = removed lines of the current articles",
                    counts -> counts.of("lines_in_days"),
                    counts -> counts.of("removed_lines") - counts.of("old_removed_lines")),
            new Check(
                    "blocks of boilerplate_summary = removed blocks of the current articles",
                    counts -> counts.of("in_kinds"),
                    counts -> counts.of("blocks") - counts.of("old_blocks")),
            new Check(
                    "lines of boilerplate_summary = lines of the removed blocks of the current articles",
                    counts -> counts.of("lines_in_kinds"),
                    counts -> counts.of("block_lines") - counts.of("old_block_lines")),
            new Check(
                    "documents looked at for publications = documents that have an analysis",
                    counts -> counts.of("documents_looked_at"),
                    Reconciliation::analysedDocuments),
            new Check(
                    "looks of the publications = documents that have an analysis",
                    counts -> counts.of("looks"),
                    Reconciliation::analysedDocuments),
            new Check(
                    "article_story = current articles that have an analysis",
                    counts -> counts.of("placed"),
                    Reconciliation::currentAnalyses),
            new Check(
                    "articles in a story = articles of the stories",
                    counts -> counts.of("in_a_story"),
                    counts -> counts.of("articles_of_stories")),
            new Check(
                    "articles in a story = current articles that have an analysis",
                    counts -> counts.of("in_a_story"),
                    Reconciliation::currentAnalyses),
            new Check(
                    "publications of outlet_summary = publications",
                    counts -> counts.of("publications_in_outlets"),
                    counts -> counts.of("publications")),
            new Check(
                    "publications of daily_summary = publications",
                    counts -> counts.of("publications_in_days"),
                    counts -> counts.of("publications")),
            new Check(
                    "publications of story_by_day = publications",
                    counts -> counts.of("publications_in_stories"),
                    counts -> counts.of("publications")),
            new Check(
                    "own and copied publications of outlet_originality = publications",
                    counts -> counts.of("own_and_copied"),
                    counts -> counts.of("publications")),
            new Check(
                    "rejection_summary = rejected documents",
                    counts -> counts.of("in_causes"),
                    counts -> counts.of("rejected")));

    private static long currentAnalyses(Counts counts) {
        return counts.of("articles") - counts.of("superseded") - counts.of("current_failed");
    }

    private static long analysedDocuments(Counts counts) {
        return counts.of("documents") - counts.of("failed_documents");
    }

    /** Counts by their names. */
    private record Counts(Map<String, Long> byName) {
        long of(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }
    }

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
        Counts counts = count(run, read);
        List<String> mismatches = new ArrayList<>();
        for (Check check : CHECKS) {
            long left = check.left().applyAsLong(counts);
            long right = check.right().applyAsLong(counts);
            if (left != right) {
                mismatches.add("%s: %d against %d".formatted(check.claim(), left, right));
            }
        }
        return mismatches;
    }

    private Counts count(long run, long read) {
        Map<String, Long> counts = new HashMap<>();
        counts.put("read", read);
        for (String sql : COUNTS) {
            JdbcClient.StatementSpec statement = database.sql(sql);
            if (sql.contains(":run")) {
                statement = statement.param("run", run);
            }
            statement
                    .query()
                    .singleRow()
                    .forEach((name, count) -> counts.put(name.toLowerCase(Locale.ROOT), ((Number) count).longValue()));
        }
        return new Counts(counts);
    }
}
