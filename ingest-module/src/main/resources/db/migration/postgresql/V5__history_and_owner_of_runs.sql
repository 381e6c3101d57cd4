-- What a run was: its arguments, what it ran with, who ran it and how long; and who holds the database now.

alter table run add column arguments text collate "C";
alter table run add column rules varchar(64) collate "C";
alter table run add column model text collate "C";
alter table run add column host varchar(255) collate "C";
alter table run add column pid bigint;
alter table run add column worked_millis bigint default 0 not null;
comment on column run.arguments is 'Arguments of the command line as given, one a line, settings of the database address left out; null when it was not started from one.';
comment on column run.rules is 'SHA-256 of the rules and weights of the cleaner, in hexadecimal; null for a run of a version that did not tell.';
comment on column run.model is 'What the topic model was trained on, and the SHA-256 of its file; null for a run of a version that did not tell.';
comment on column run.host is 'Host of the process that ran it last.';
comment on column run.pid is 'Number of the process that ran it last.';
comment on column run.worked_millis is 'Milliseconds worked, all processes that took part together; of one that was killed, up to its last sign of life.';

create table run_owner (
    host varchar(255) collate "C" not null,
    pid bigint not null,
    since timestamp(6) with time zone not null,
    alive_at timestamp(6) with time zone not null,
    session integer
);
comment on table run_owner is 'The process that runs the job now: one row while there is one. After a kill the row stays until the next run takes over.';
comment on column run_owner.host is 'Its host.';
comment on column run_owner.pid is 'Its number on that host.';
comment on column run_owner.since is 'Since when it has held the database.';
comment on column run_owner.alive_at is 'Its last sign of life; a few seconds old at most while it lives.';
comment on column run_owner.session is 'On PostgreSQL, the server process of the session that holds the lock; null on HSQLDB.';
