-- Readers see where an outlet would file an article, and the author that the source gave.

alter view v_article as
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
where coalesce(a.superseded_run_id, 0) = 0;
-- HSQLDB forgets the comments of a view that is altered.
comment on view v_article is 'One row per current, analysed article: where it was read, what it says, how much was removed, its best topic. Old versions are left out.';
comment on column v_article.id is 'The article: SHA-256 of its raw text, in hexadecimal.';
comment on column v_article.source is 'File it was read from, relative to the input, with / between folders.';
comment on column v_article.record is 'Which document of the file, from 1.';
comment on column v_article.external_id is 'Identifier the source gave; null when none.';
comment on column v_article.url is 'Address the source gave; null when none.';
comment on column v_article.outlet is 'Outlet the source or the command line gave; null when none.';
comment on column v_article.title is 'Headline, from the source or lifted out of the text; null when there is none.';
comment on column v_article.published_on is 'Day of publication; null when unknown or impossible.';
comment on column v_article.attribution is 'Where the outlet says it took the text from; null when it does not say.';
comment on column v_article.author is 'Author the source gave, else the one named on a line of its own; null when none.';
comment on column v_article.language is 'Language of the body as an ISO 639 code; null when there is too little text to tell.';
comment on column v_article.body is 'The kept lines without the title, joined by line feeds; empty when nothing was kept.';
comment on column v_article.kept_lines is 'Lines kept, blank ones not counted.';
comment on column v_article.removed_lines is 'Lines removed, blank ones not counted.';
comment on column v_article.kept_characters is 'Characters kept, in UTF-16 code units, outer white space of each line not counted.';
comment on column v_article.removed_characters is 'Characters removed: whole lines and spans inside lines, counted likewise.';
comment on column v_article.removed_share is 'Removed characters / (kept + removed), from 0 to 1.';
comment on column v_article.main_topic is 'Code of the topic that fits best; null when no topic was given.';
comment on column v_article.main_topic_name is 'Its English name; null when no topic was given.';
comment on column v_article.main_topic_name_ar is 'Its Arabic name; null when no topic was given.';
comment on column v_article.main_topic_score is 'How well it fits, from 0 to 1; null when no topic was given.';
comment on column v_article.topic_note is 'Why no topic was given; null when one was.';
comment on column v_article.stored_run_id is 'The run that stored it.';
comment on column v_article.analysed_run_id is 'The run that analysed it last.';
comment on column v_article.purged_at is 'When its raw text was purged; null while it is there.';
comment on column v_article.section is 'Code of the topic that an outlet would file the article under, which need not be among its topics; null when unknown.';
comment on column v_article.section_name is 'Its English name; null when unknown.';
comment on column v_article.section_name_ar is 'Its Arabic name; null when unknown.';
comment on column v_article.section_score is 'How sure the section is, from 0 to 1; null when unknown.';
