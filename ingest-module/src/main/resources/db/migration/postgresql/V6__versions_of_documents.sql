-- Which text stands where: a document whose text changed supersedes the article that it was.

create table document (
    id varchar(64) collate "C" not null,
    path text collate "C" not null,
    record bigint not null,
    article_id varchar(64) collate "C" not null,
    primary key (id),
    constraint document_article_fk foreign key (article_id) references article (id)
);
create index document_article_ix on document (article_id);
comment on table document is 'One row per place a text was read from, and the text that was met there last. What vanishes from its place keeps its row.';
comment on column document.id is 'SHA-256 of path, line feed and record, in hexadecimal.';
comment on column document.path is 'The file, absolute; as a file: URI where a line of text cannot hold its folder.';
comment on column document.record is 'Which document of the file, from 1.';
comment on column document.article_id is 'The article that stands there.';

alter table article add column superseded_run_id bigint;
alter table article add constraint article_superseded_run_fk foreign key (superseded_run_id) references run (id);
comment on column article.superseded_run_id is 'The run that met another text in its place, in all its places if it had several: an old version, kept but not counted. Null for a current article.';

create index rejected_document_run_ix on rejected_document (run_id, source, record);
