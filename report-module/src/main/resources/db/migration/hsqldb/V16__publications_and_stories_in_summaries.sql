-- Summaries count publications, texts and stories beside the stored articles, and say what was copied from whom.

alter table topic_summary add column publications bigint default 0 not null;
comment on column topic_summary.publications is 'Publications with the topic on the day.';
alter table topic_summary add column texts bigint default 0 not null;
comment on column topic_summary.texts is 'Different texts among the publications.';
alter table topic_summary add column stories bigint default 0 not null;
comment on column topic_summary.stories is 'Different stories that the publications tell.';
alter table outlet_summary add column publications bigint default 0 not null;
comment on column outlet_summary.publications is 'Publications of the outlet.';
alter table outlet_summary add column texts bigint default 0 not null;
comment on column outlet_summary.texts is 'Different texts among the publications.';
alter table outlet_summary add column stories bigint default 0 not null;
comment on column outlet_summary.stories is 'Different stories that the publications tell.';
alter table daily_summary add column publications bigint default 0 not null;
comment on column daily_summary.publications is 'Publications of the day.';
alter table daily_summary add column texts bigint default 0 not null;
comment on column daily_summary.texts is 'Different texts among the publications.';
alter table daily_summary add column stories bigint default 0 not null;
comment on column daily_summary.stories is 'Different stories that the publications tell.';

create table story_by_day (
    story_id varchar(64) not null,
    day date,
    publications bigint not null,
    outlets bigint not null,
    texts bigint not null,
    constraint story_by_day_uq unique (story_id, day)
);
comment on table story_by_day is 'Publications per story and day.';
comment on column story_by_day.story_id is 'The story.';
comment on column story_by_day.day is 'Day of publication; null for publications without one.';
comment on column story_by_day.publications is 'Publications of the day.';
comment on column story_by_day.outlets is 'Different known outlets among them.';
comment on column story_by_day.texts is 'Different texts among them.';

create table outlet_originality (
    outlet varchar(4096),
    publications bigint not null,
    own bigint not null,
    copied bigint not null,
    copied_by_others bigint not null,
    first_stories bigint not null,
    stories bigint not null,
    constraint outlet_originality_uq unique (outlet)
);
comment on table outlet_originality is 'What each outlet publishes first, and what it copies.';
comment on column outlet_originality.outlet is 'The outlet; null for publications without one.';
comment on column outlet_originality.publications is 'Publications of the outlet = own + copied.';
comment on column outlet_originality.own is 'Publications of texts that nobody published before it.';
comment on column outlet_originality.copied is 'Publications of a text that was published before, or of a copy of one, by another outlet or by itself.';
comment on column outlet_originality.copied_by_others is 'Publications of other outlets that are copies of its texts.';
comment on column outlet_originality.first_stories is 'Stories that it told first and another outlet told too.';
comment on column outlet_originality.stories is 'Different stories that it told.';

create table outlet_copies (
    outlet varchar(4096),
    from_outlet varchar(4096),
    publications bigint not null,
    constraint outlet_copies_uq unique (outlet, from_outlet)
);
comment on table outlet_copies is 'Who copied whom, and how often.';
comment on column outlet_copies.outlet is 'The outlet that published later; null for publications without one.';
comment on column outlet_copies.from_outlet is 'The outlet that published the text first; null when unknown.';
comment on column outlet_copies.publications is 'Publications that are copies of a text of that outlet.';

create view v_publication as
select p.id, p.article_id, p.text_id, p.outlet, p.url, p.title, p.published_on, p.published_at, p.source, p.record,
    f.started_at as first_seen_at, l.started_at as last_seen_at, p.documents, s.story_id, s.role
from publication p
    join run f on f.id = p.first_run_id
    join run l on l.id = p.last_run_id
    left join article_story s on s.article_id = p.article_id;
comment on view v_publication is 'One row per appearance of a text at an outlet. A page that is met again is the same publication.';
comment on column v_publication.id is 'The publication.';
comment on column v_publication.article_id is 'The article that stands there now, as v_article.id.';
comment on column v_publication.text_id is 'Its text: the same for all publications whose cleaned texts are the same word for word.';
comment on column v_publication.outlet is 'The outlet; null when unknown.';
comment on column v_publication.url is 'Address of the page; null when none is known.';
comment on column v_publication.title is 'Headline; null when there is none.';
comment on column v_publication.published_on is 'Day of publication; null when unknown.';
comment on column v_publication.published_at is 'Time of publication; null when the source gave none that can be read.';
comment on column v_publication.source is 'File of the first look, relative to the input.';
comment on column v_publication.record is 'Which document of that file, from 1.';
comment on column v_publication.first_seen_at is 'When the run began that met it first.';
comment on column v_publication.last_seen_at is 'When the run began that met its latest look.';
comment on column v_publication.documents is 'Looks: documents that are this page.';
comment on column v_publication.story_id is 'The story it tells, as v_story.id; null when its article was superseded.';
comment on column v_publication.role is 'FIRST, COPY or RETOLD: what its text is in the story; null when its article was superseded.';

create view v_story as
select id, title, key_words, first_day, last_day, outlets, publications, texts, copies, articles from story;
comment on view v_story is 'One row per story: the texts that tell one happening.';
comment on column v_story.id is 'Id of its first article, as v_article.id.';
comment on column v_story.title is 'Headline of its most central text; null when none has a headline.';
comment on column v_story.key_words is 'Words that its headlines have in common, with commas between; null when there are none.';
comment on column v_story.first_day is 'Day of its first text.';
comment on column v_story.last_day is 'Day of its last publication.';
comment on column v_story.outlets is 'Different known outlets that published it.';
comment on column v_story.publications is 'Publications of its texts.';
comment on column v_story.texts is 'Different texts among them.';
comment on column v_story.copies is 'Publications of a text that was published before, or of a copy of one.';
comment on column v_story.articles is 'Stored articles of it.';

create view v_article_story as
select s.article_id, s.text_id, s.story_id, s.role, s.of_article_id, s.containment, s.likelihood, s.outlet as first_outlet,
    s.day, s.day_first_seen, s.published_at
from article_story s
where s.story_id is not null;
comment on view v_article_story is 'One row per current, analysed article: the story it tells, and its part in it.';
comment on column v_article_story.article_id is 'The article, as v_article.id.';
comment on column v_article_story.text_id is 'Its text: the same for all articles whose cleaned texts are the same word for word.';
comment on column v_article_story.story_id is 'The story, as v_story.id.';
comment on column v_article_story.role is 'FIRST, COPY or RETOLD.';
comment on column v_article_story.of_article_id is 'The article it is a copy of, or most like; null for the first.';
comment on column v_article_story.containment is 'How much of the shorter one of both texts the other has, in runs of three words, from 0 to 1.';
comment on column v_article_story.likelihood is 'How likely it is that both tell one happening, from 0 to 1; 1 for the first.';
comment on column v_article_story.first_outlet is 'Outlet that published the text first; null when unknown.';
comment on column v_article_story.day is 'Day of the text: the earliest day of publication, or the day it was first read.';
comment on column v_article_story.day_first_seen is 'Whether the day is that on which it was first read, since none of publication is known.';
comment on column v_article_story.published_at is 'Time the text was published first; null when unknown.';

create view v_story_by_day as
select d.story_id, s.title, d.day, d.publications, d.outlets, d.texts
from story_by_day d join story s on s.id = d.story_id;
comment on view v_story_by_day is 'One row per story and day. As of the last run or purge.';
comment on column v_story_by_day.story_id is 'The story, as v_story.id.';
comment on column v_story_by_day.title is 'Headline of its most central text; null when none has a headline.';
comment on column v_story_by_day.day is 'Day of publication; null for publications without one.';
comment on column v_story_by_day.publications is 'Publications of the day.';
comment on column v_story_by_day.outlets is 'Different known outlets among them.';
comment on column v_story_by_day.texts is 'Different texts among them.';

create view v_outlet_originality as
select outlet, publications, own, copied,
    case when publications = 0 then 0 else cast(copied as double precision) / publications end as copied_share,
    copied_by_others, first_stories, stories
from outlet_originality;
comment on view v_outlet_originality is 'What each outlet publishes first, and what it copies. As of the last run or purge.';
comment on column v_outlet_originality.outlet is 'The outlet; null for publications without one.';
comment on column v_outlet_originality.publications is 'Publications of the outlet = own + copied.';
comment on column v_outlet_originality.own is 'Publications of texts that nobody published before it.';
comment on column v_outlet_originality.copied is 'Publications of a text that was published before, or of a copy of one.';
comment on column v_outlet_originality.copied_share is 'copied / publications, from 0 to 1.';
comment on column v_outlet_originality.copied_by_others is 'Publications of other outlets that are copies of its texts.';
comment on column v_outlet_originality.first_stories is 'Stories that it told first and another outlet told too.';
comment on column v_outlet_originality.stories is 'Different stories that it told.';

create view v_outlet_copies as
select outlet, from_outlet, publications from outlet_copies;
comment on view v_outlet_copies is 'Who copied whom, and how often. As of the last run or purge.';
comment on column v_outlet_copies.outlet is 'The outlet that published later; null for publications without one.';
comment on column v_outlet_copies.from_outlet is 'The outlet that published the text first; null when unknown.';
comment on column v_outlet_copies.publications is 'Publications that are copies of a text of that outlet.';

alter view v_topic_by_day as
select s.code, t.name, t.name_ar, s.day, s.articles, d.articles as day_articles,
    case when d.articles = 0 then 0 else cast(s.articles as double precision) / d.articles end as share, s.mean_score,
    s.publications, s.texts, s.stories, d.publications as day_publications
from topic_summary s
    join topic t on t.code = s.code
    join daily_summary d on d.day = s.day or (d.day is null and s.day is null);
-- HSQLDB forgets the comments of a view that is altered.
comment on view v_topic_by_day is 'One row per topic and day of publication that has articles. An article with several topics counts under each. As of the last run or purge.';
comment on column v_topic_by_day.code is 'Code of the topic.';
comment on column v_topic_by_day.name is 'English name of the topic.';
comment on column v_topic_by_day.name_ar is 'Arabic name of the topic.';
comment on column v_topic_by_day.day is 'Day of publication; null for articles without one.';
comment on column v_topic_by_day.articles is 'Articles with the topic on the day.';
comment on column v_topic_by_day.day_articles is 'All articles of the day.';
comment on column v_topic_by_day.share is 'Articles with the topic / all articles of the day, from 0 to 1.';
comment on column v_topic_by_day.mean_score is 'Mean score of the topic over these articles, from 0 to 1.';
comment on column v_topic_by_day.publications is 'Publications with the topic on the day.';
comment on column v_topic_by_day.texts is 'Different texts among them.';
comment on column v_topic_by_day.stories is 'Different stories among them.';
comment on column v_topic_by_day.day_publications is 'All publications of the day.';

alter view v_daily as
select day, articles, outlets, kept_characters, removed_characters, removed_lines,
    case when kept_characters + removed_characters = 0 then 0
         else cast(removed_characters as double precision) / (kept_characters + removed_characters) end as removed_share,
    publications, texts, stories
from daily_summary;
-- HSQLDB forgets the comments of a view that is altered.
comment on view v_daily is 'One row per day of publication, and one for the articles without a day. As of the last run or purge.';
comment on column v_daily.day is 'Day of publication; null for articles without one.';
comment on column v_daily.articles is 'Articles of the day.';
comment on column v_daily.outlets is 'Different known outlets among them.';
comment on column v_daily.kept_characters is 'Characters kept.';
comment on column v_daily.removed_characters is 'Characters removed.';
comment on column v_daily.removed_lines is 'Lines removed.';
comment on column v_daily.removed_share is 'Removed characters / (kept + removed), from 0 to 1.';
comment on column v_daily.publications is 'Publications of the day.';
comment on column v_daily.texts is 'Different texts among them.';
comment on column v_daily.stories is 'Different stories among them.';

alter view v_topic_by_outlet as
select b.outlet, b.code, t.name, t.name_ar, b.articles, o.articles as outlet_articles,
    case when o.articles = 0 then 0 else cast(b.articles as double precision) / o.articles end as share,
    b.mean_score, b.first_day, b.last_day, b.publications, b.texts, b.stories, o.publications as outlet_publications
from (
    select u.outlet, u.code, cast(sum(u.articles) as bigint) as articles, coalesce(max(u.article_score), max(u.publication_score)) as mean_score,
        min(u.first_day) as first_day, max(u.last_day) as last_day, cast(sum(u.publications) as bigint) as publications, cast(sum(u.texts) as bigint) as texts,
        cast(sum(u.stories) as bigint) as stories
    from (
        select a.outlet, x.code, count(*) as articles,
            cast(sum(cast(x.score as decimal(20, 15))) as double precision) / count(*) as article_score,
            cast(null as double precision) as publication_score,
            min(y.published_on) as first_day, max(y.published_on) as last_day, 0 as publications, 0 as texts, 0 as stories
        from article_topic x
            join article a on a.id = x.article_id
            join article_analysis y on y.article_id = x.article_id
        where coalesce(a.superseded_run_id, 0) = 0
        group by a.outlet, x.code
        union all
        select p.outlet, x.code, 0, cast(null as double precision),
            cast(sum(cast(x.score as decimal(20, 15))) as double precision) / count(*),
            min(p.published_on), max(p.published_on), count(*), count(distinct p.text_id), count(distinct s.story_id)
        from publication p
            join article_topic x on x.article_id = p.article_id
            left join article_story s on s.article_id = p.article_id
        group by p.outlet, x.code) u
    group by u.outlet, u.code) b
    join topic t on t.code = b.code
    join outlet_summary o on o.outlet = b.outlet or (o.outlet is null and b.outlet is null);
-- HSQLDB forgets the comments of a view that is altered.
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
comment on column v_topic_by_outlet.publications is 'Publications of the outlet with the topic.';
comment on column v_topic_by_outlet.texts is 'Different texts among them.';
comment on column v_topic_by_outlet.stories is 'Different stories among them.';
comment on column v_topic_by_outlet.outlet_publications is 'All publications of the outlet, as of the last run or purge.';

alter view v_outlet_hygiene as
select o.outlet, b.kind, coalesce(b.blocks, 0) as blocks, coalesce(b.articles, 0) as articles, coalesce(b.lines, 0) as lines,
    coalesce(b.characters, 0) as characters, coalesce(b.share, 0) as share,
    o.articles as outlet_articles, o.kept_characters as outlet_kept_characters, o.removed_characters as outlet_removed_characters,
    o.removed_share as outlet_removed_share, o.publications as outlet_publications, o.texts as outlet_texts, o.stories as outlet_stories
from outlet_summary o
    left join boilerplate_summary b on b.outlet = o.outlet or (b.outlet is null and o.outlet is null);
-- HSQLDB forgets the comments of a view that is altered.
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
comment on column v_outlet_hygiene.outlet_publications is 'All publications of the outlet.';
comment on column v_outlet_hygiene.outlet_texts is 'Different texts among them.';
comment on column v_outlet_hygiene.outlet_stories is 'Different stories among them.';

