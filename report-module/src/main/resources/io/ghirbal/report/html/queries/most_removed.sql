select a.source, a.record, y.title, y.removed_lines,
       100 * y.removed_characters / (y.kept_characters + y.removed_characters) as percent_removed
from article a join article_analysis y on y.article_id = a.id
where a.superseded_run_id is null and y.removed_characters > 0
order by percent_removed desc, a.source, a.record
limit 50
