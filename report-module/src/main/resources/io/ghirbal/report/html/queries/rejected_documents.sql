select source, record, cause, message
from rejected_document
where run_id = (select max(id) from run)
order by source, record
