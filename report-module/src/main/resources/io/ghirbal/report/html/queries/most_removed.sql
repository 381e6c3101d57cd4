select source, record, title, removed_lines, 100 * removed_share as percent_removed
from v_article
where removed_characters > 0
order by percent_removed desc, source, record
limit 50
