-- Articles that the analysis failed at.

create table failed_article (
    article_id varchar(64) not null,
    run_id bigint not null,
    version varchar(40) not null,
    message varchar(16777216) not null,
    primary key (article_id),
    constraint failed_article_article_fk foreign key (article_id) references article (id),
    constraint failed_article_run_fk foreign key (run_id) references run (id)
);
comment on table failed_article is 'One row per article that the analysis failed at. It has no analysis; another version of the program, and a run with --reanalyse, try it again.';
comment on column failed_article.article_id is 'The article.';
comment on column failed_article.run_id is 'The run that tried it last.';
comment on column failed_article.version is 'Version of Ghirbal that tried it last.';
comment on column failed_article.message is 'What it failed with, on one line.';
