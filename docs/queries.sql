-- Fourteen queries over the views of schema.md, the same text for HSQLDB and PostgreSQL; each ends with a semicolon.
-- A test runs each on both databases and holds that both answer the same rows.

-- 1. Which topics rose and which fell: articles of the last seven days against the seven before, counted back from the last day there is.
select t.code, t.name, t.name_ar,
    sum(case when t.day > l.last_day - interval '7' day then t.articles else 0 end) as last_7_days,
    sum(case when t.day > l.last_day - interval '7' day then 0 else t.articles end) as the_7_days_before
from v_topic_by_day t
    cross join (select max(day) as last_day from v_daily) l
where t.day > l.last_day - interval '14' day
group by t.code, t.name, t.name_ar
order by last_7_days desc, the_7_days_before desc, t.code;

-- 2. Which outlets leak most boilerplate into their texts, in how many kinds, and how much of the text the worst kind is.
select outlet, outlet_articles, outlet_removed_characters, outlet_removed_share, count(kind) as kinds, max(share) as share_of_worst_kind
from v_outlet_hygiene
group by outlet, outlet_articles, outlet_removed_characters, outlet_removed_share
order by outlet_removed_share desc, outlet nulls last;

-- 3. What to look at first: large removals of which the cleaner is not sure, by the characters in doubt.
select source, record, outlet, kind, characters * (1 - confidence) as in_doubt, characters, confidence, share,
    first_line, last_line, reason, heading
from v_removed_for_review
order by in_doubt desc, characters desc, source, record, ordinal
fetch first 50 rows only;

-- 4. Which articles have no topic, and why.
select source, record, outlet, title, published_on, topic_note, kept_characters
from v_article
where main_topic is null
order by source, record;

-- 5. How many documents each run rejected, by cause, with one of them as an example.
select run_id, cause, count(*) as documents, min(source) as such_as
from v_rejected
group by run_id, cause
order by run_id desc, documents desc, cause;

-- 6. How the store grew, run by run.
select r.id, r.status, r.documents_read, r.documents_stored, r.documents_duplicate, r.documents_rejected,
    (select sum(e.documents_stored) from v_run e where e.id <= r.id) as stored_so_far
from v_run r
order by r.id;

-- 7. Who writes: authors by their articles, the outlets they write for and their days.
select author, count(*) as articles, count(distinct outlet) as outlets, min(published_on) as first_day, max(published_on) as last_day
from v_article
where author is not null
group by author
order by articles desc, author
fetch first 50 rows only;

-- 8. Under which headings do the related links stand: the most frequent first lines of such blocks.
select heading, count(*) as blocks, count(distinct article_id) as articles, sum(characters) as characters
from v_removed_for_review
where kind = 'RELATED_LINKS' and extent = 'LINES' and heading is not null
group by heading
order by blocks desc, heading
fetch first 50 rows only;

-- 9. How much of each kind of boilerplate comes from which outlet.
select kind, outlet, blocks, articles, lines, characters, share, cast(articles as double precision) / outlet_articles as share_of_articles
from v_outlet_hygiene
where kind is not null
order by kind, characters desc, outlet nulls last;

-- 10. Which topics occur together in one article.
select a.name as topic, b.name as with_topic, count(*) as articles
from v_article_topic a
    join v_article_topic b on b.article_id = a.article_id and b.code > a.code
group by a.code, a.name, b.code, b.name
order by articles desc, a.code, b.code;

-- 11. What happened: the largest stories of the last seven days there are, by the outlets that told them.
select s.first_day, s.outlets, s.publications, s.texts, s.copies, s.title, s.key_words
from v_story s
    cross join (select max(day) as last_day from v_daily) l
where s.first_day > l.last_day - interval '7' day
order by s.outlets desc, s.publications desc, s.first_day, s.id
fetch first 20 rows only;

-- 12. Who copies whom.
select outlet, from_outlet, publications
from v_outlet_copies
order by publications desc, outlet nulls last, from_outlet nulls last;

-- 13. How much of what an outlet publishes is its own, and how often it was first with a story that others told too.
select outlet, publications, own, copied, copied_share, copied_by_others, first_stories, stories
from v_outlet_originality
order by publications desc, outlet nulls last;

-- 14. Where one text was published: all appearances of those that more than one outlet has.
select p.text_id, p.outlet, p.published_on, p.published_at, p.url, p.title
from v_publication p
    join (
        select text_id from v_publication group by text_id having count(distinct outlet) > 1) t on t.text_id = p.text_id
order by p.text_id, p.published_on nulls last, p.published_at nulls last, p.source, p.record;
