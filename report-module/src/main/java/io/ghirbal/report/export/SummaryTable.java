package io.ghirbal.report.export;

import io.ghirbal.report.summary.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A summary table as it is exported: its name, and the query that gives its columns, its rows and their order. */
enum SummaryTable {
    TOPIC_SUMMARY("topic_summary", """
            select s.code, t.name, t.name_ar, s.day, s.articles, s.mean_score, s.publications, s.texts,
                s.stories
            from {topics} s left join topic t on t.code = s.code
            order by s.code, case when s.day is null then 1 else 0 end, s.day
            """),
    OUTLET_SUMMARY("outlet_summary", """
            select o.outlet, o.articles, o.first_day, o.last_day, o.kept_characters, o.removed_characters, o.removed_lines,
                o.removed_share, o.publications, o.texts, o.stories
            from {outlets} o
            order by case when o.outlet is null then 1 else 0 end, o.outlet
            """),
    DAILY_SUMMARY("daily_summary", """
            select d.day, d.articles, d.outlets, d.kept_characters, d.removed_characters, d.removed_lines,
                d.publications, d.texts, d.stories
            from {days} d
            order by case when d.day is null then 1 else 0 end, d.day
            """),
    BOILERPLATE_SUMMARY("boilerplate_summary", """
            select k.kind, k.outlet, k.blocks, k.articles, k.lines, k.characters, k.share
            from {kinds} k
            order by k.kind, case when k.outlet is null then 1 else 0 end, k.outlet
            """),
    STORY("story", """
            select s.id, s.title, s.key_words, s.first_day, s.last_day, s.outlets, s.publications, s.texts, s.copies, s.articles
            from story s
            where s.id in (
                select h.story_id from publication p join article_story h on h.article_id = p.article_id {publicationAnalysis}
                where {publications})
            order by s.first_day, s.id
            """),
    STORY_BY_DAY("story_by_day", """
            select h.story_id, p.published_on as day, count(*) as publications, count(distinct p.outlet) as outlets,
                count(distinct p.text_id) as texts
            from publication p join article_story h on h.article_id = p.article_id {publicationAnalysis}
            where {publications}
            group by h.story_id, p.published_on
            order by h.story_id, case when p.published_on is null then 1 else 0 end, p.published_on
            """),
    OUTLET_ORIGINALITY("outlet_originality", """
            select outlet, publications, own, copied, copied_by_others, first_stories, stories
            from outlet_originality
            order by case when outlet is null then 1 else 0 end, outlet
            """),
    OUTLET_COPIES("outlet_copies", """
            select outlet, from_outlet, publications
            from outlet_copies
            order by case when outlet is null then 1 else 0 end, outlet, case when from_outlet is null then 1 else 0 end, from_outlet
            """),
    REJECTION_SUMMARY("rejection_summary", """
            select run_id, cause, documents
            from rejection_summary
            order by run_id, cause
            """),
    OUTLET_TEMPLATE("outlet_template", """
            select outlet, form, example, articles, sampled, share, elsewhere
            from outlet_template
            order by outlet, ordinal
            """);

    private final String tableName;
    private final String query;

    SummaryTable(String tableName, String query) {
        this.tableName = tableName;
        this.query = query;
    }

    /** The name, as in the database. */
    String tableName() {
        return tableName;
    }

    /**
     * Has {@code reader} read the rows of the table in {@code database}.
     *
     * @param slice the articles it counts; rejected documents, templates, and who copied whom are there whatever it is
     */
    void read(JdbcClient database, Slice slice, TableRows.Reader reader) {
        slice.statement(database, query).query(rows -> {
            reader.read(new TableRows(rows));
            return true;
        });
    }
}
