-- one row per entry that is withdrawn: by which other
update entry
set withdrawn_by = withdrawal.withdrawn_by, active = false
from (select unnest($id) as id, unnest($withdrawn_by) as withdrawn_by) as withdrawal
where entry.id = withdrawal.id;
