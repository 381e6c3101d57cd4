package io.ghirbal.report.summary;

/**
 * The summary tables that count articles, and how each is made of the detail tables. Articles are what is stored; publications are what
 * outlets published, of which several may be one article, and one may have been stored more than once.
 */
enum Summary {
    /** Articles, publications, texts and stories per topic and day. */
    TOPIC(
            "topic_summary",
            "code, day, articles, mean_score, publications, texts, stories",
            // a sum of doubles depends on the order of the rows, which a killed run leaves otherwise than another; one
            // of decimals does not
            """
            select u.code, u.day, cast(sum(u.articles) as bigint) as articles, coalesce(max(u.article_score), max(u.publication_score)) as mean_score,
                cast(sum(u.publications) as bigint) as publications, cast(sum(u.texts) as bigint) as texts, cast(sum(u.stories) as bigint) as stories
            from (
                select t.code, y.published_on as day, count(*) as articles,
                    cast(sum(cast(t.score as decimal(20, 15))) as double precision) / count(*) as article_score,
                    cast(null as double precision) as publication_score, 0 as publications, 0 as texts, 0 as stories
                from article_topic t
                    join article_analysis y on y.article_id = t.article_id
                    join article a on a.id = t.article_id
                where {slice}
                group by t.code, y.published_on
                union all
                select t.code, p.published_on, 0, cast(null as double precision),
                    cast(sum(cast(t.score as decimal(20, 15))) as double precision) / count(*),
                    count(*), count(distinct p.text_id), count(distinct s.story_id)
                from publication p
                    join article_topic t on t.article_id = p.article_id
                    left join article_story s on s.article_id = p.article_id {publicationAnalysis}
                where {publications}
                group by t.code, p.published_on) u
            group by u.code, u.day
            """),
    /** Articles, publications, texts, stories and removed text per outlet. */
    OUTLET(
            "outlet_summary",
            "outlet, articles, first_day, last_day, kept_characters, removed_characters, removed_lines, removed_share, publications, texts, stories",
            """
            select u.outlet, cast(sum(u.articles) as bigint) as articles, min(u.first_day) as first_day, max(u.last_day) as last_day,
                cast(sum(u.kept_characters) as bigint) as kept_characters, cast(sum(u.removed_characters) as bigint) as removed_characters,
                cast(sum(u.removed_lines) as bigint) as removed_lines,
                case when sum(u.kept_characters + u.removed_characters) = 0 then 0
                     else cast(sum(u.removed_characters) as double precision) / sum(u.kept_characters + u.removed_characters)
                end as removed_share,
                cast(sum(u.publications) as bigint) as publications, cast(sum(u.texts) as bigint) as texts, cast(sum(u.stories) as bigint) as stories
            from (
                select a.outlet, count(*) as articles, min(y.published_on) as first_day, max(y.published_on) as last_day,
                    sum(y.kept_characters) as kept_characters, sum(y.removed_characters) as removed_characters,
                    sum(y.removed_lines) as removed_lines, 0 as publications, 0 as texts, 0 as stories
                from article a join article_analysis y on y.article_id = a.id
                where {slice}
                group by a.outlet
                union all
                select p.outlet, 0, min(p.published_on), max(p.published_on), 0, 0, 0,
                    count(*), count(distinct p.text_id), count(distinct s.story_id)
                from publication p left join article_story s on s.article_id = p.article_id {publicationAnalysis}
                where {publications}
                group by p.outlet) u
            group by u.outlet
            """),
    /** Articles, publications, texts, stories and removed text per day of publication. */
    DAILY(
            "daily_summary",
            "day, articles, outlets, kept_characters, removed_characters, removed_lines, publications, texts, stories",
            """
            select u.day, cast(sum(u.articles) as bigint) as articles, max(u.outlets) as outlets,
                cast(sum(u.kept_characters) as bigint) as kept_characters, cast(sum(u.removed_characters) as bigint) as removed_characters,
                cast(sum(u.removed_lines) as bigint) as removed_lines,
                cast(sum(u.publications) as bigint) as publications, cast(sum(u.texts) as bigint) as texts, cast(sum(u.stories) as bigint) as stories
            from (
                select y.published_on as day, count(*) as articles, count(distinct a.outlet) as outlets,
                    sum(y.kept_characters) as kept_characters, sum(y.removed_characters) as removed_characters,
                    sum(y.removed_lines) as removed_lines, 0 as publications, 0 as texts, 0 as stories
                from article a join article_analysis y on y.article_id = a.id
                where {slice}
                group by y.published_on
                union all
                select p.published_on, 0, count(distinct p.outlet), 0, 0, 0,
                    count(*), count(distinct p.text_id), count(distinct s.story_id)
                from publication p left join article_story s on s.article_id = p.article_id {publicationAnalysis}
                where {publications}
                group by p.published_on) u
            group by u.day
            """),
    /** What was removed, per kind of boilerplate and outlet. */
    BOILERPLATE(
            "boilerplate_summary",
            "kind, outlet, blocks, articles, lines, characters, share",
            // outlet_summary is complete here: it has the characters of all articles of the outlet, with boilerplate or
            // without
            """
            select b.kind, b.outlet, b.blocks, b.articles, b.lines, b.characters,
                cast(b.characters as double precision) / (o.kept_characters + o.removed_characters) as share
            from (
                select r.kind, a.outlet, count(*) as blocks, count(distinct r.article_id) as articles, sum(r.lines) as lines,
                    sum(r.characters) as characters
                from removed_block r join article a on a.id = r.article_id {analysis}
                where {slice}
                group by r.kind, a.outlet) b
            join {outlets} o on o.outlet = b.outlet or (o.outlet is null and b.outlet is null)
            """);

    private final String table;
    private final String columns;
    private final String select;

    Summary(String table, String columns, String select) {
        this.table = table;
        this.columns = columns;
        this.select = select;
    }

    /**
     * What to select from for its rows over a slice: the table where that has them, a derived table else. Give it an alias, and the
     * statement the parameters of the slice.
     */
    String of(Slice slice) {
        return slice.isAll() ? table : "(" + select(slice) + ")";
    }

    String delete() {
        return "delete from " + table;
    }

    String insert() {
        return "insert into %s (%s) %s".formatted(table, columns, select(Slice.ALL));
    }

    private String select(Slice slice) {
        String sql = slice.completed(select);
        return this == BOILERPLATE ? sql.replace("{outlets}", OUTLET.of(slice)) : sql;
    }
}
