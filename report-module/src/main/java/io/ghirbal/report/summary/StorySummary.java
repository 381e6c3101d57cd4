package io.ghirbal.report.summary;

/** The summary tables of stories and copies, and how each is made of publications. */
enum StorySummary {
    /** Publications per story and day. */
    STORY_BY_DAY("story_by_day", "story_id, day, publications, outlets, texts", """
            select s.story_id, p.published_on, count(*), count(distinct p.outlet), count(distinct p.text_id)
            from publication p join article_story s on s.article_id = p.article_id
            group by s.story_id, p.published_on
            """),
    /** Who copied whom: the publications that are not the first of their text, and those of texts that are copies. */
    OUTLET_COPIES("outlet_copies", "outlet, from_outlet, publications", """
            select p.outlet, coalesce(c.outlet, f.outlet), count(*)
            from publication p
                join article_story f on f.text_id = p.text_id and f.first_of_text = true
                left join article_story c on f.role = 'COPY' and c.article_id = f.of_article_id
            where f.role = 'COPY' or p.first_of_text = false
            group by p.outlet, coalesce(c.outlet, f.outlet)
            """),
    /** What each outlet published first, and what it copied. */
    OUTLET_ORIGINALITY(
            "outlet_originality", "outlet, publications, own, copied, copied_by_others, first_stories, stories", """
            select o.outlet, o.publications, o.publications - coalesce(c.copied, 0), coalesce(c.copied, 0), coalesce(b.copied, 0),
                coalesce(f.stories, 0), o.stories
            from outlet_summary o
                left join (select outlet, sum(publications) as copied from outlet_copies group by outlet) c
                    on c.outlet = o.outlet or (c.outlet is null and o.outlet is null)
                left join (
                    select from_outlet, sum(publications) as copied from outlet_copies
                    where outlet is null or from_outlet is null or outlet <> from_outlet
                    group by from_outlet) b on b.from_outlet = o.outlet or (b.from_outlet is null and o.outlet is null)
                left join (
                    select s.outlet, count(*) as stories
                    from article_story s join story t on t.id = s.story_id
                    where s.role = 'FIRST' and t.outlets > 1
                    group by s.outlet) f on f.outlet = o.outlet or (f.outlet is null and o.outlet is null)
            where o.publications > 0
            """);

    private final String table;
    private final String columns;
    private final String select;

    StorySummary(String table, String columns, String select) {
        this.table = table;
        this.columns = columns;
        this.select = select;
    }

    String delete() {
        return "delete from " + table;
    }

    String insert() {
        return "insert into %s (%s) %s".formatted(table, columns, select);
    }
}
