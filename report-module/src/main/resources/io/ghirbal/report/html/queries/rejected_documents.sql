select source, record, cause, message
from v_rejected
where run_id = (select max(id) from v_run)
order by source, record
