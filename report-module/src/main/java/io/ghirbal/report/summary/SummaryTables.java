package io.ghirbal.report.summary;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the summary tables from the detail tables, by one SQL statement a table. Superseded articles are not counted. Each table is
 * emptied and filled again: that is always equal to a rebuild from scratch, whatever a run added, analysed anew or moved to another day.
 * Run it in a transaction.
 */
public class SummaryTables {
    private static final List<String> REBUILD = List.of(
            "delete from topic_summary",
            // a sum of doubles depends on the order of the rows, which a killed run leaves otherwise than another; one
            // of decimals does not
            """
            insert into topic_summary (code, day, articles, mean_score)
            select t.code, a.published_on, count(*),
                cast(sum(cast(t.score as decimal(20, 15))) as double precision) / count(*)
            from article_topic t
                join article_analysis a on a.article_id = t.article_id
                join article s on s.id = t.article_id
            where s.superseded_run_id is null
            group by t.code, a.published_on
            """,
            "delete from outlet_summary",
            """
            insert into outlet_summary
                (outlet, articles, first_day, last_day, kept_characters, removed_characters, removed_lines, removed_share)
            select s.outlet, count(*), min(a.published_on), max(a.published_on), sum(a.kept_characters), sum(a.removed_characters),
                sum(a.removed_lines),
                case when sum(a.kept_characters + a.removed_characters) = 0 then 0
                     else cast(sum(a.removed_characters) as double precision) / sum(a.kept_characters + a.removed_characters) end
            from article s join article_analysis a on a.article_id = s.id
            where s.superseded_run_id is null
            group by s.outlet
            """,
            "delete from daily_summary",
            """
            insert into daily_summary (day, articles, outlets, kept_characters, removed_characters, removed_lines)
            select a.published_on, count(*), count(distinct s.outlet), sum(a.kept_characters), sum(a.removed_characters),
                sum(a.removed_lines)
            from article s join article_analysis a on a.article_id = s.id
            where s.superseded_run_id is null
            group by a.published_on
            """,
            "delete from boilerplate_summary",
            // outlet_summary is complete here: it has the characters of all articles of the outlet, with boilerplate or
            // without
            """
            insert into boilerplate_summary (kind, outlet, blocks, articles, lines, characters, share)
            select b.kind, b.outlet, b.blocks, b.articles, b.lines, b.characters,
                cast(b.characters as double precision) / (o.kept_characters + o.removed_characters)
            from (
                select r.kind, s.outlet, count(*) as blocks, count(distinct r.article_id) as articles, sum(r.lines) as lines,
                    sum(r.characters) as characters
                from removed_block r join article s on s.id = r.article_id
                where s.superseded_run_id is null
                group by r.kind, s.outlet) b
            join outlet_summary o on o.outlet = b.outlet or (o.outlet is null and b.outlet is null)
            """,
            "delete from rejection_summary",
            """
            insert into rejection_summary (run_id, cause, documents)
            select run_id, cause, count(*) from rejected_document group by run_id, cause
            """);

    private final JdbcClient database;

    public SummaryTables(JdbcClient database) {
        this.database = database;
    }

    /** Empties and fills all of them. */
    public void rebuild() {
        REBUILD.forEach(statement -> database.sql(statement).update());
    }
}
