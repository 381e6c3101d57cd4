-- What each outlet repeats round its articles, and what a person says of it; texts that nobody can read.

create table outlet_profile (
    outlet varchar(4096) not null,
    articles bigint not null,
    counted_run_id bigint not null,
    learned_articles bigint not null,
    sampled integer not null,
    learned_run_id bigint,
    digest varchar(64),
    primary key (outlet)
);
comment on table outlet_profile is 'One row per outlet: how much of it was looked at to learn what it repeats.';
comment on column outlet_profile.outlet is 'The outlet.';
comment on column outlet_profile.articles is 'Articles of it that were ever stored.';
comment on column outlet_profile.counted_run_id is 'The run whose articles were counted last; 0 before the first.';
comment on column outlet_profile.learned_articles is 'How many there were when its template was learned last; 0 when it never was.';
comment on column outlet_profile.sampled is 'How many of them were looked at.';
comment on column outlet_profile.learned_run_id is 'The run that learned its template last; null when none did.';
comment on column outlet_profile.digest is 'Tells the template in use, corrections and all, from another; null when it is empty.';

create table outlet_template (
    outlet varchar(4096) not null,
    ordinal integer not null,
    form varchar(16) not null,
    text varchar(1024) not null,
    example varchar(1024) not null,
    articles integer not null,
    sampled integer not null,
    share double not null,
    elsewhere double not null,
    primary key (outlet, ordinal)
);
create index outlet_template_text_ix on outlet_template (form, text);
comment on table outlet_template is 'What an outlet repeats round its articles, learned by the step profile.';
comment on column outlet_template.outlet is 'The outlet.';
comment on column outlet_template.ordinal is 'Order within the outlet, from 0: by form, then by articles.';
comment on column outlet_template.form is 'LINE: a whole line. LABEL: what stands before the first colon, dash or bar of a line. CREDIT: what stands behind the last one. OPENING: the first words of lines behind the article. HEADLINE: the headline of another article of the outlet.';
comment on column outlet_template.text is 'Its words, letters folded, signs left out.';
comment on column outlet_template.example is 'How it stands in an article.';
comment on column outlet_template.articles is 'Articles that have it, of those looked at.';
comment on column outlet_template.sampled is 'Articles looked at.';
comment on column outlet_template.share is 'articles / sampled, from 0 to 1.';
comment on column outlet_template.elsewhere is 'The largest share that it has at another outlet. Where this is half of its own or more, it is the way all write, and not used.';

create table template_correction (
    ordinal integer not null,
    outlet varchar(4096) not null,
    form varchar(16) not null,
    example varchar(1024) not null,
    removes boolean not null,
    primary key (ordinal)
);
comment on table template_correction is 'What a person said of templates: the file given last with --templates.';
comment on column template_correction.ordinal is 'Order in the file, from 0.';
comment on column template_correction.outlet is 'The outlet.';
comment on column template_correction.form is 'Form of the entry, as in outlet_template.';
comment on column template_correction.example is 'The line or the part of a line, as it stands in an article.';
comment on column template_correction.removes is 'True when it is to be removed though it was not learned; false when it is to stay though it was.';

alter table article_analysis add column template_digest varchar(64);
comment on column article_analysis.template_digest is 'The template of the outlet that was used, as in outlet_profile.digest; null when there was none.';

alter table article_analysis add column text_note varchar(16777216);
comment on column article_analysis.text_note is 'What part of the body nobody can read; null when it can be read.';

create index article_outlet_ix on article (outlet, id);

insert into outlet_profile (outlet, articles, counted_run_id, learned_articles, sampled)
select a.outlet, count(*), 0, 0, 0
from article a join run r on r.id = a.run_id
where a.outlet is not null and r.status = 'COMPLETED'
group by a.outlet;
