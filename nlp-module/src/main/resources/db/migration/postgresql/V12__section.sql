-- Where an outlet would file an article, apart from what it is about.

alter table article_analysis add column section varchar(64) collate "C";
comment on column article_analysis.section is 'Code of the topic that an outlet would file the article under, one of the few that outlets have sections for; it need not be among the topics of the article. Null when no topic was given, when the model knows of no sections, and for an analysis of a version that did not tell.';
alter table article_analysis add column section_score double precision;
comment on column article_analysis.section_score is 'How sure the section is, from 0 to 1; null when there is none.';

-- Of how many articles another run, with another model, has the topics.
create index article_analysis_run_ix on article_analysis using brin (run_id);
