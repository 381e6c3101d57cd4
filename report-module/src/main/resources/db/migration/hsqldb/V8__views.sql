-- What readers of the database may rely on: views whose names and columns stay, whatever becomes of the tables under them.

-- Current articles: not "is null", for which HSQLDB would go over all rows by the index of the foreign key, at random places of the disk.
create view v_article as
select a.id, a.source, a.record, a.external_id, a.url, a.outlet, y.title, y.published_on, y.attribution, y.author, y.language, y.body,
    y.kept_lines, y.removed_lines, y.kept_characters, y.removed_characters,
    case when y.kept_characters + y.removed_characters = 0 then 0
         else cast(y.removed_characters as double precision) / (y.kept_characters + y.removed_characters) end as removed_share,
    x.code as main_topic, t.name as main_topic_name, t.name_ar as main_topic_name_ar, x.score as main_topic_score, y.topic_note,
    a.run_id as stored_run_id, y.run_id as analysed_run_id, a.purged_at
from article a
    join article_analysis y on y.article_id = a.id
    left join article_topic x on x.article_id = a.id and x.ordinal = 0
    left join topic t on t.code = x.code
where coalesce(a.superseded_run_id, 0) = 0;
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
comment on column v_article.author is 'Author named on a line of its own; null when none.';
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

create view v_article_topic as
select x.article_id, x.ordinal, x.code, t.name, t.name_ar, x.score, a.source, a.record, a.outlet, y.title, y.published_on
from article_topic x
    join topic t on t.code = x.code
    join article a on a.id = x.article_id
    join article_analysis y on y.article_id = x.article_id
where coalesce(a.superseded_run_id, 0) = 0;
comment on view v_article_topic is 'One row per topic of a current article, with what the article is grouped by.';
comment on column v_article_topic.article_id is 'The article, as v_article.id.';
comment on column v_article_topic.ordinal is 'Place of the topic among those of the article, from 0, best first.';
comment on column v_article_topic.code is 'Code of the topic, such as medtop:11000000.';
comment on column v_article_topic.name is 'English name of the topic.';
comment on column v_article_topic.name_ar is 'Arabic name of the topic.';
comment on column v_article_topic.score is 'How well the topic fits, from 0 to 1.';
comment on column v_article_topic.source is 'File the article was read from.';
comment on column v_article_topic.record is 'Which document of the file, from 1.';
comment on column v_article_topic.outlet is 'Outlet of the article; null when none is known.';
comment on column v_article_topic.title is 'Headline of the article; null when there is none.';
comment on column v_article_topic.published_on is 'Day of publication of the article; null when unknown.';

create view v_topic_by_day as
select s.code, t.name, t.name_ar, s.day, s.articles, d.articles as day_articles,
    cast(s.articles as double precision) / d.articles as share, s.mean_score
from topic_summary s
    join topic t on t.code = s.code
    join daily_summary d on d.day = s.day or (d.day is null and s.day is null);
comment on view v_topic_by_day is 'One row per topic and day of publication that has articles. An article with several topics counts under each. As of the last run or purge.';
comment on column v_topic_by_day.code is 'Code of the topic.';
comment on column v_topic_by_day.name is 'English name of the topic.';
comment on column v_topic_by_day.name_ar is 'Arabic name of the topic.';
comment on column v_topic_by_day.day is 'Day of publication; null for articles without one.';
comment on column v_topic_by_day.articles is 'Articles with the topic on the day.';
comment on column v_topic_by_day.day_articles is 'All articles of the day.';
comment on column v_topic_by_day.share is 'Articles with the topic / all articles of the day, from 0 to 1.';
comment on column v_topic_by_day.mean_score is 'Mean score of the topic over these articles, from 0 to 1.';

create view v_topic_by_outlet as
select b.outlet, b.code, t.name, t.name_ar, b.articles, o.articles as outlet_articles,
    cast(b.articles as double precision) / o.articles as share, b.mean_score, b.first_day, b.last_day
from (
    select a.outlet, x.code, count(*) as articles,
        cast(sum(cast(x.score as decimal(20, 15))) as double precision) / count(*) as mean_score,
        min(y.published_on) as first_day, max(y.published_on) as last_day
    from article_topic x
        join article a on a.id = x.article_id
        join article_analysis y on y.article_id = x.article_id
    where coalesce(a.superseded_run_id, 0) = 0
    group by a.outlet, x.code) b
    join topic t on t.code = b.code
    join (
        select a.outlet, count(*) as articles
        from article a join article_analysis y on y.article_id = a.id
        where coalesce(a.superseded_run_id, 0) = 0
        group by a.outlet) o on o.outlet = b.outlet or (o.outlet is null and b.outlet is null);
comment on view v_topic_by_outlet is 'One row per outlet and topic that has articles. An article with several topics counts under each.';
comment on column v_topic_by_outlet.outlet is 'The outlet; null for articles without one.';
comment on column v_topic_by_outlet.code is 'Code of the topic.';
comment on column v_topic_by_outlet.name is 'English name of the topic.';
comment on column v_topic_by_outlet.name_ar is 'Arabic name of the topic.';
comment on column v_topic_by_outlet.articles is 'Articles of the outlet with the topic.';
comment on column v_topic_by_outlet.outlet_articles is 'All articles of the outlet.';
comment on column v_topic_by_outlet.share is 'Articles with the topic / all articles of the outlet, from 0 to 1.';
comment on column v_topic_by_outlet.mean_score is 'Mean score of the topic over these articles, from 0 to 1.';
comment on column v_topic_by_outlet.first_day is 'Earliest day of publication among them; null when none is known.';
comment on column v_topic_by_outlet.last_day is 'Latest day of publication among them; null when none is known.';

create view v_outlet_hygiene as
select o.outlet, b.kind, coalesce(b.blocks, 0) as blocks, coalesce(b.articles, 0) as articles, coalesce(b.lines, 0) as lines,
    coalesce(b.characters, 0) as characters, coalesce(b.share, 0) as share,
    o.articles as outlet_articles, o.kept_characters as outlet_kept_characters, o.removed_characters as outlet_removed_characters,
    o.removed_share as outlet_removed_share
from outlet_summary o
    left join boilerplate_summary b on b.outlet = o.outlet or (b.outlet is null and o.outlet is null);
comment on view v_outlet_hygiene is 'What each outlet leaks into its texts: one row per outlet and kind of boilerplate, and one without a kind for an outlet that leaks nothing. As of the last run or purge.';
comment on column v_outlet_hygiene.outlet is 'The outlet; null for articles without one.';
comment on column v_outlet_hygiene.kind is 'Kind of boilerplate, such as RELATED_LINKS; null when the outlet leaks nothing.';
comment on column v_outlet_hygiene.blocks is 'Blocks and spans inside lines of the kind.';
comment on column v_outlet_hygiene.articles is 'Articles that had at least one.';
comment on column v_outlet_hygiene.lines is 'Lines removed, blank ones not counted.';
comment on column v_outlet_hygiene.characters is 'Characters removed.';
comment on column v_outlet_hygiene.share is 'Characters of the kind / all characters of the outlet, from 0 to 1.';
comment on column v_outlet_hygiene.outlet_articles is 'All articles of the outlet; the same in each of its rows, as are the columns that follow.';
comment on column v_outlet_hygiene.outlet_kept_characters is 'Characters of the outlet that were kept.';
comment on column v_outlet_hygiene.outlet_removed_characters is 'Characters of the outlet that were removed, all kinds together.';
comment on column v_outlet_hygiene.outlet_removed_share is 'Removed characters / all characters of the outlet, from 0 to 1.';

create view v_removed_for_review as
select r.article_id, r.ordinal, a.source, a.record, a.outlet, y.title, y.published_on, r.kind, r.reason, r.confidence,
    r.first_line, r.last_line, case when r.start_column is null then cast('LINES' as varchar(5)) else 'SPAN' end as extent,
    r.lines, r.characters,
    case when y.kept_characters + y.removed_characters = 0 then 0
         else cast(r.characters as double precision) / (y.kept_characters + y.removed_characters) end as share,
    case when a.purged_at is null then regexp_substring(r.text, '\S(?:[^\r\n]*\S)?') end as heading,
    case when a.purged_at is null then r.text end as text
from removed_block r
    join article a on a.id = r.article_id
    join article_analysis y on y.article_id = r.article_id
where coalesce(a.superseded_run_id, 0) = 0;
comment on view v_removed_for_review is 'One row per removed block of a current article, to judge whether it was removed rightly. Characters * (1 - confidence) tells what to look at first.';
comment on column v_removed_for_review.article_id is 'The article, as v_article.id.';
comment on column v_removed_for_review.ordinal is 'Order of the block within the article, from 0.';
comment on column v_removed_for_review.source is 'File the article was read from.';
comment on column v_removed_for_review.record is 'Which document of the file, from 1.';
comment on column v_removed_for_review.outlet is 'Outlet of the article; null when none is known.';
comment on column v_removed_for_review.title is 'Headline of the article; null when there is none.';
comment on column v_removed_for_review.published_on is 'Day of publication of the article; null when unknown.';
comment on column v_removed_for_review.kind is 'Kind of boilerplate, such as RELATED_LINKS.';
comment on column v_removed_for_review.reason is 'Why it was removed, in words.';
comment on column v_removed_for_review.confidence is 'How sure the cleaner is, from 0 to 1.';
comment on column v_removed_for_review.first_line is 'First line of the block in the raw text, from 1.';
comment on column v_removed_for_review.last_line is 'Last line of the block, included.';
comment on column v_removed_for_review.extent is 'LINES for whole lines, SPAN for a part of a line that is otherwise kept.';
comment on column v_removed_for_review.lines is 'Lines removed, blank ones not counted; 0 for a span.';
comment on column v_removed_for_review.characters is 'Characters removed, in UTF-16 code units, outer white space of each line not counted.';
comment on column v_removed_for_review.share is 'Characters removed / all characters of the article, from 0 to 1.';
comment on column v_removed_for_review.heading is 'First line of the removed text that is not blank, outer white space left out; null when the text was purged.';
comment on column v_removed_for_review.text is 'The removed text; null when it was purged.';

create view v_daily as
select day, articles, outlets, kept_characters, removed_characters, removed_lines,
    case when kept_characters + removed_characters = 0 then 0
         else cast(removed_characters as double precision) / (kept_characters + removed_characters) end as removed_share
from daily_summary;
comment on view v_daily is 'One row per day of publication, and one for the articles without a day. As of the last run or purge.';
comment on column v_daily.day is 'Day of publication; null for articles without one.';
comment on column v_daily.articles is 'Articles of the day.';
comment on column v_daily.outlets is 'Different known outlets among them.';
comment on column v_daily.kept_characters is 'Characters kept.';
comment on column v_daily.removed_characters is 'Characters removed.';
comment on column v_daily.removed_lines is 'Lines removed.';
comment on column v_daily.removed_share is 'Removed characters / (kept + removed), from 0 to 1.';

create view v_run as
select id, status, version, rules, model, inputs, outlet, started_at, finished_at,
    cast(worked_millis as double precision) / 1000 as worked_seconds,
    documents_read, documents_stored, documents_duplicate, documents_rejected,
    case when documents_read = 0 then 0 else cast(documents_rejected as double precision) / documents_read end as rejected_share
from run;
comment on view v_run is 'One row per run of the job: what it was given, with what it ran, and what became of the documents.';
comment on column v_run.id is 'The run; counts up.';
comment on column v_run.status is 'RUNNING, COMPLETED, FAILED or STOPPED.';
comment on column v_run.version is 'Version of Ghirbal that ran.';
comment on column v_run.rules is 'SHA-256 of the rules and weights of the cleaner, in hexadecimal; null for a run of a version that did not tell.';
comment on column v_run.model is 'What the topic model was trained on, and the SHA-256 of its file; null for a run of a version that did not tell.';
comment on column v_run.inputs is 'Files and folders read, absolute, one a line.';
comment on column v_run.outlet is 'Outlet given on the command line; null when none was.';
comment on column v_run.started_at is 'When the run began.';
comment on column v_run.finished_at is 'When the run ended; null while it runs or when it was killed.';
comment on column v_run.worked_seconds is 'Seconds worked, all processes that took part together; of one that was killed, up to its last sign of life.';
comment on column v_run.documents_read is 'Documents met in the inputs = stored + duplicate + rejected.';
comment on column v_run.documents_stored is 'Documents stored as new articles.';
comment on column v_run.documents_duplicate is 'Documents whose text was stored already.';
comment on column v_run.documents_rejected is 'Documents that could not be read; each has a row in v_rejected.';
comment on column v_run.rejected_share is 'Rejected documents / documents read, from 0 to 1.';

create view v_rejected as
select d.id, d.run_id, r.started_at, d.source, d.record, d.cause, d.message
from rejected_document d join run r on r.id = d.run_id;
comment on view v_rejected is 'One row per document that could not be stored, with the run that met it.';
comment on column v_rejected.id is 'The rejection; counts up.';
comment on column v_rejected.run_id is 'The run that rejected it, as v_run.id.';
comment on column v_rejected.started_at is 'When that run began.';
comment on column v_rejected.source is 'File it was met in, relative to the input.';
comment on column v_rejected.record is 'Which document of the file, from 1.';
comment on column v_rejected.cause is 'Why, as a code: EMPTY, BINARY, UNDECODABLE, NO_TEXT, MALFORMED, TOO_LARGE, UNREADABLE or UNSUPPORTED.';
comment on column v_rejected.message is 'Why, in words, and what to do.';
