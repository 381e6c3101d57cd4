select a.outlet, count(*) as articles
from article a join article_topic t on t.article_id = a.id
where a.superseded_run_id is null and t.code = 'medtop:16000000'
group by a.outlet
order by articles desc, a.outlet
