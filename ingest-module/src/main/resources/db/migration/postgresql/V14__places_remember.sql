-- A place remembers what its source said there: a text is stored once, and every outlet that published it counts.

alter table document add column source text collate "C";
alter table document add column outlet text collate "C";
alter table document add column url text collate "C";
alter table document add column title text collate "C";
alter table document add column published text collate "C";
alter table document add column run_id bigint;
alter table document add column page_key varchar(64) collate "C";
alter table document add column text_key varchar(64) collate "C";
alter table document add column publication_id varchar(64) collate "C";
-- of documents of earlier versions only what the first one with the text said is known
update document set
    source = (select a.source from article a where a.id = document.article_id),
    outlet = (select a.outlet from article a where a.id = document.article_id),
    url = (select a.url from article a where a.id = document.article_id),
    title = (select a.title from article a where a.id = document.article_id),
    published = (select a.published from article a where a.id = document.article_id),
    run_id = (select a.run_id from article a where a.id = document.article_id);
alter table document alter column source set not null;
alter table document alter column run_id set not null;
alter table document add constraint document_run_fk foreign key (run_id) references run (id);
create index document_page_ix on document (page_key);
create index document_text_ix on document (text_key);
create index document_publication_ix on document (publication_id);
comment on column document.source is 'The file, relative to the input, with / between folders.';
comment on column document.outlet is 'Outlet the source or the command line gave there; null when none.';
comment on column document.url is 'Address the source gave there; null when none.';
comment on column document.title is 'Title the source gave there; null when none.';
comment on column document.published is 'Date of publication as the source wrote it there; null when none.';
comment on column document.run_id is 'The run that met the text there first.';
comment on column document.page_key is 'SHA-256 of outlet and address, the same for all spellings of the address; null when there is no address of a page.';
comment on column document.text_key is 'SHA-256 of outlet and cleaned text; null until the step stories has looked at the document.';
comment on column document.publication_id is 'The publication it is a look of; null until the step stories has looked at the document.';
