select outlet, source, first_line, last_line, reason, text
from v_removed_for_review
where kind = 'RELATED_LINKS'
order by outlet, source, record, ordinal
limit 100
