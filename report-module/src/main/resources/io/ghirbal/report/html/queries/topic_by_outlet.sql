select outlet, articles, share
from v_topic_by_outlet
where code = 'medtop:16000000'
order by articles desc, outlet
