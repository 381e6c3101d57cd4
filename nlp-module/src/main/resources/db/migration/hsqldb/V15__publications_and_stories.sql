-- Publications, copies and stories: what happened, not how many files there are.

alter table article_analysis add column text_digest varchar(64);
create index article_analysis_text_ix on article_analysis (text_digest);
comment on column article_analysis.text_digest is 'SHA-256 of the folded words of the body, a dateline in front left out: articles that have it in common are one text when texts are counted. The id of the article when the body has no word; null for an analysis of an earlier version that the step stories has not met yet.';

create table publication (
    id varchar(64) not null,
    article_id varchar(64) not null,
    text_id varchar(64) not null,
    outlet varchar(4096),
    url varchar(16777216),
    title varchar(16777216),
    published_on date,
    published_at timestamp(6) with time zone,
    source varchar(4096) not null,
    record bigint not null,
    first_run_id bigint not null,
    last_run_id bigint not null,
    documents bigint not null,
    first_of_text boolean default false not null,
    primary key (id),
    constraint publication_article_fk foreign key (article_id) references article (id)
);
create index publication_article_ix on publication (article_id);
create index publication_text_ix on publication (text_id);
create index publication_day_ix on publication (published_on);
comment on table publication is 'One row per appearance of a text at an outlet. A page that is met again, at the same address or with the same cleaned text, is the same publication.';
comment on column publication.id is 'SHA-256 of outlet and cleaned text of its first look, in hexadecimal.';
comment on column publication.article_id is 'The article that stands there now, as v_article.id.';
comment on column publication.text_id is 'Its text: the same for all publications whose cleaned texts are the same word for word.';
comment on column publication.outlet is 'The outlet; null when unknown.';
comment on column publication.url is 'Address of the page; null when none is known.';
comment on column publication.title is 'Headline; null when there is none.';
comment on column publication.published_on is 'Day of publication; null when unknown.';
comment on column publication.published_at is 'Time of publication; null when the source gave none that can be read.';
comment on column publication.source is 'File of the first look, relative to the input.';
comment on column publication.record is 'Which document of that file, from 1.';
comment on column publication.first_run_id is 'The run that met it first.';
comment on column publication.last_run_id is 'The run that met its latest look.';
comment on column publication.documents is 'Looks: documents that are this page.';
comment on column publication.first_of_text is 'Whether it is the first publication of its text: by day, by time, by order of reading.';

create table article_story (
    article_id varchar(64) not null,
    text_id varchar(64) not null,
    first_of_text boolean not null,
    outlet varchar(4096),
    day date not null,
    day_first_seen boolean not null,
    published_at timestamp(6) with time zone,
    story_id varchar(64),
    role varchar(16),
    of_article_id varchar(64),
    containment double,
    likelihood double,
    primary key (article_id),
    constraint article_story_article_fk foreign key (article_id) references article (id)
);
create index article_story_text_ix on article_story (text_id);
create index article_story_day_ix on article_story (day);
create index article_story_story_ix on article_story (story_id);
comment on table article_story is 'One row per current, analysed article: the story it tells, and its part in it.';
comment on column article_story.article_id is 'The article.';
comment on column article_story.text_id is 'Its text, as article_analysis.text_digest.';
comment on column article_story.first_of_text is 'Whether it stands for its text: of the articles with this text the one published first.';
comment on column article_story.outlet is 'Outlet that published the text first; null when unknown.';
comment on column article_story.day is 'Day of the text: the earliest day of publication, or the day it was first read when none is known.';
comment on column article_story.day_first_seen is 'Whether the day is that on which it was first read.';
comment on column article_story.published_at is 'Time the text was published first; null when unknown.';
comment on column article_story.story_id is 'The story: id of its first article. Null between the steps of a run.';
comment on column article_story.role is 'FIRST, COPY or RETOLD. Null between the steps of a run.';
comment on column article_story.of_article_id is 'The article it is a copy of, or most like; null for the first.';
comment on column article_story.containment is 'Copied share: how much of the shorter one of both texts the other has, in runs of three words, from 0 to 1; null between the steps of a run.';
comment on column article_story.likelihood is 'How likely it is that both tell one happening, from 0 to 1; 1 for the first. Null between the steps of a run.';

create table story (
    id varchar(64) not null,
    title varchar(16777216),
    key_words varchar(16777216),
    first_day date not null,
    last_day date not null,
    outlets bigint not null,
    publications bigint not null,
    texts bigint not null,
    copies bigint not null,
    articles bigint not null,
    primary key (id)
);
create index story_first_day_ix on story (first_day);
comment on table story is 'One row per story: the texts that tell one happening.';
comment on column story.id is 'Id of its first article.';
comment on column story.title is 'Headline of its most central text; null when none has a headline.';
comment on column story.key_words is 'Words that most headlines of the story have in common, with commas between; null when there are none.';
comment on column story.first_day is 'Day of its first text.';
comment on column story.last_day is 'Day of its last publication.';
comment on column story.outlets is 'Different known outlets that published it.';
comment on column story.publications is 'Publications of its texts.';
comment on column story.texts is 'Different texts among them.';
comment on column story.copies is 'Publications of a text that was published before, or of a copy of one.';
comment on column story.articles is 'Stored articles of it, looks of one page each for itself.';

create table unplaced_article (
    article_id varchar(64) not null,
    analysed boolean not null,
    primary key (article_id)
);
comment on table unplaced_article is 'Articles whose place among texts and stories is to be looked at; empty once the step stories is through.';
comment on column unplaced_article.article_id is 'The article.';
comment on column unplaced_article.analysed is 'Whether it was analysed since; else only its publications changed.';
insert into unplaced_article (article_id, analysed) select article_id, true from article_analysis;

create table unplaced_day (
    day date not null,
    primary key (day)
);
comment on table unplaced_day is 'Days whose texts are to be placed in stories; empty once the step stories is through.';
comment on column unplaced_day.day is 'The day.';
