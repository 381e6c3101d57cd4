-- What was found in the articles: cleaned text, removed blocks, topics.

create table topic (
    code varchar(64) not null,
    name varchar(200) not null,
    name_ar varchar(200) not null,
    primary key (code)
);
comment on table topic is 'The topics of the taxonomy in use.';
comment on column topic.code is 'Code of the topic, such as medtop:11000000.';
comment on column topic.name is 'English name.';
comment on column topic.name_ar is 'Arabic name.';

create table article_analysis (
    article_id varchar(64) not null,
    run_id bigint not null,
    title varchar(16777216),
    published_on date,
    attribution varchar(16777216),
    author varchar(16777216),
    body varchar(16777216) not null,
    language varchar(16),
    topic_note varchar(16777216),
    kept_lines integer not null,
    removed_lines integer not null,
    kept_characters integer not null,
    removed_characters integer not null,
    primary key (article_id),
    constraint article_analysis_article_fk foreign key (article_id) references article (id),
    constraint article_analysis_run_fk foreign key (run_id) references run (id)
);
create index article_analysis_published_ix on article_analysis (published_on);
comment on table article_analysis is 'What the cleaner and the classifier found in an article; one row per analysed article.';
comment on column article_analysis.article_id is 'The article.';
comment on column article_analysis.run_id is 'The run that analysed it last.';
comment on column article_analysis.title is 'Headline, from the source or lifted out of the text; null when there is none.';
comment on column article_analysis.published_on is 'Day of publication, from the source or lifted out of the text; null when unknown or impossible.';
comment on column article_analysis.attribution is 'Where the outlet says it took the text from; null when it does not say.';
comment on column article_analysis.author is 'Author named on a line of its own; null when none.';
comment on column article_analysis.body is 'The kept lines without the title, joined by line feeds; empty when nothing was kept.';
comment on column article_analysis.language is 'Language of the body as an ISO 639 code; null when there is too little text to tell.';
comment on column article_analysis.topic_note is 'Why no topic was given; null when one was.';
comment on column article_analysis.kept_lines is 'Lines kept, blank ones not counted.';
comment on column article_analysis.removed_lines is 'Lines removed, blank ones not counted.';
comment on column article_analysis.kept_characters is 'Characters on kept lines, outer white space not counted.';
comment on column article_analysis.removed_characters is 'Characters removed: whole lines and inline spans, outer white space not counted.';

create table removed_block (
    article_id varchar(64) not null,
    ordinal integer not null,
    first_line integer not null,
    last_line integer not null,
    start_column integer,
    end_column integer,
    kind varchar(32) not null,
    reason varchar(16777216) not null,
    confidence double not null,
    lines integer not null,
    characters integer not null,
    text varchar(16777216) not null,
    primary key (article_id, ordinal),
    constraint removed_block_analysis_fk foreign key (article_id) references article_analysis (article_id) on delete cascade
);
create index removed_block_kind_ix on removed_block (kind);
comment on table removed_block is 'What was removed from an article: runs of whole lines, or a span inside one line.';
comment on column removed_block.article_id is 'The article.';
comment on column removed_block.ordinal is 'Order within the article, from 0.';
comment on column removed_block.first_line is 'First line of the block in the raw text, from 1.';
comment on column removed_block.last_line is 'Last line of the block, included.';
comment on column removed_block.start_column is 'For a span inside a line: where it starts in the line, from 0, in UTF-16 code units; null for whole lines.';
comment on column removed_block.end_column is 'For a span inside a line: where it ends, not included; null for whole lines.';
comment on column removed_block.kind is 'Kind of boilerplate, such as RELATED_LINKS.';
comment on column removed_block.reason is 'Why it was removed, in words.';
comment on column removed_block.confidence is 'How sure the cleaner is, from 0 to 1.';
comment on column removed_block.lines is 'Lines removed, blank ones not counted; 0 for a span inside a line.';
comment on column removed_block.characters is 'Characters removed, outer white space of each line not counted.';
comment on column removed_block.text is 'The removed text.';

create table article_topic (
    article_id varchar(64) not null,
    ordinal integer not null,
    code varchar(64) not null,
    score double not null,
    primary key (article_id, ordinal),
    constraint article_topic_analysis_fk foreign key (article_id) references article_analysis (article_id) on delete cascade,
    constraint article_topic_topic_fk foreign key (code) references topic (code)
);
create index article_topic_code_ix on article_topic (code);
comment on table article_topic is 'The topics of an article, best first.';
comment on column article_topic.article_id is 'The article.';
comment on column article_topic.ordinal is 'Place of the topic among those of the article, from 0, best first.';
comment on column article_topic.code is 'Code of the topic.';
comment on column article_topic.score is 'How well the topic fits, from 0 to 1.';
