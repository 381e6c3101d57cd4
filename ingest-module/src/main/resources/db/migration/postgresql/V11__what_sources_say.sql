-- What sources say of an article beside title, address and date.

alter table article add column author text collate "C";
comment on column article.author is 'Author the source gave, or several with commas between them; null when none.';

alter table article add column tags text collate "C";
comment on column article.tags is 'Key words the source gave, a JSON array; null when none.';

alter table article add column extra text collate "C";
comment on column article.extra is 'The other fields or columns of the source with their names, a JSON object; null when there are none.';

alter table article add column line_hints text collate "C";
comment on column article.line_hints is 'What the source knows of the lines of the text, a letter for each: B body, H heading, C caption, N navigation, L links, F footer, A aside, M form, - when nothing is known of it. Null when it knows nothing.';
