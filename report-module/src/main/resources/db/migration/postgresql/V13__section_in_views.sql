-- Readers see where an outlet would file an article, and the author that the source gave.

create or replace view v_article as
select a.id, a.source, a.record, a.external_id, a.url, a.outlet, y.title, y.published_on, y.attribution, coalesce(a.author, y.author) as author, y.language, y.body,
    y.kept_lines, y.removed_lines, y.kept_characters, y.removed_characters,
    case when y.kept_characters + y.removed_characters = 0 then 0
         else cast(y.removed_characters as double precision) / (y.kept_characters + y.removed_characters) end as removed_share,
    x.code as main_topic, t.name as main_topic_name, t.name_ar as main_topic_name_ar, x.score as main_topic_score, y.topic_note,
    a.run_id as stored_run_id, y.run_id as analysed_run_id, a.purged_at,
    y.section, s.name as section_name, s.name_ar as section_name_ar, y.section_score
from article a
    join article_analysis y on y.article_id = a.id
    left join article_topic x on x.article_id = a.id and x.ordinal = 0
    left join topic t on t.code = x.code
    left join topic s on s.code = y.section
where a.superseded_run_id is null;
comment on column v_article.section is 'Code of the topic that an outlet would file the article under, which need not be among its topics; null when unknown.';
comment on column v_article.section_name is 'Its English name; null when unknown.';
comment on column v_article.section_name_ar is 'Its Arabic name; null when unknown.';
comment on column v_article.section_score is 'How sure the section is, from 0 to 1; null when unknown.';
comment on column v_article.author is 'Author the source gave, else the one named on a line of its own; null when none.';
