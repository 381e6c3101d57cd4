-- Summary tables: rebuilt by the summarise step from the tables of V2 and V3, never edited by hand.

create table topic_summary (
    code varchar(64) not null,
    day date,
    articles bigint not null,
    mean_score double not null,
    constraint topic_summary_uq unique (code, day)
);
comment on table topic_summary is 'Articles per topic and day. An article with several topics counts under each.';
comment on column topic_summary.code is 'Code of the topic.';
comment on column topic_summary.day is 'Day of publication; null for articles without one.';
comment on column topic_summary.articles is 'Articles with the topic on the day.';
comment on column topic_summary.mean_score is 'Mean score of the topic over these articles, from 0 to 1.';

create table outlet_summary (
    outlet varchar(4096),
    articles bigint not null,
    first_day date,
    last_day date,
    kept_characters bigint not null,
    removed_characters bigint not null,
    removed_lines bigint not null,
    removed_share double not null,
    constraint outlet_summary_uq unique (outlet)
);
comment on table outlet_summary is 'Articles and removed text per outlet.';
comment on column outlet_summary.outlet is 'The outlet; null for articles without one.';
comment on column outlet_summary.articles is 'Articles of the outlet.';
comment on column outlet_summary.first_day is 'Earliest day of publication; null when none is known.';
comment on column outlet_summary.last_day is 'Latest day of publication; null when none is known.';
comment on column outlet_summary.kept_characters is 'Characters kept.';
comment on column outlet_summary.removed_characters is 'Characters removed.';
comment on column outlet_summary.removed_lines is 'Lines removed.';
comment on column outlet_summary.removed_share is 'Removed characters / (kept + removed), from 0 to 1.';

create table daily_summary (
    day date,
    articles bigint not null,
    outlets bigint not null,
    kept_characters bigint not null,
    removed_characters bigint not null,
    removed_lines bigint not null,
    constraint daily_summary_uq unique (day)
);
comment on table daily_summary is 'Articles and removed text per day of publication.';
comment on column daily_summary.day is 'Day of publication; null for articles without one.';
comment on column daily_summary.articles is 'Articles of the day.';
comment on column daily_summary.outlets is 'Different known outlets among them.';
comment on column daily_summary.kept_characters is 'Characters kept.';
comment on column daily_summary.removed_characters is 'Characters removed.';
comment on column daily_summary.removed_lines is 'Lines removed.';

create table boilerplate_summary (
    kind varchar(32) not null,
    outlet varchar(4096),
    blocks bigint not null,
    articles bigint not null,
    lines bigint not null,
    characters bigint not null,
    share double not null,
    constraint boilerplate_summary_uq unique (kind, outlet)
);
comment on table boilerplate_summary is 'What was removed, per kind of boilerplate and outlet.';
comment on column boilerplate_summary.kind is 'Kind of boilerplate.';
comment on column boilerplate_summary.outlet is 'The outlet; null for articles without one.';
comment on column boilerplate_summary.blocks is 'Blocks and inline spans removed.';
comment on column boilerplate_summary.articles is 'Articles that had at least one.';
comment on column boilerplate_summary.lines is 'Lines removed.';
comment on column boilerplate_summary.characters is 'Characters removed.';
comment on column boilerplate_summary.share is 'Characters removed / all characters of the outlet, from 0 to 1.';

create table rejection_summary (
    run_id bigint not null,
    cause varchar(32) not null,
    documents bigint not null,
    constraint rejection_summary_uq unique (run_id, cause)
);
comment on table rejection_summary is 'Rejected documents per run and cause.';
comment on column rejection_summary.run_id is 'The run.';
comment on column rejection_summary.cause is 'Why, as a code.';
comment on column rejection_summary.documents is 'Documents rejected.';
