select a.outlet, a.source, b.first_line, b.last_line, b.reason, b.text
from removed_block b join article a on a.id = b.article_id
where a.superseded_run_id is null and b.kind = 'RELATED_LINKS'
order by a.outlet, a.source, a.record, b.ordinal
limit 100
