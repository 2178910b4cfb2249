-- one row: the target with this code, what it says, and who set it
select title, set_by, status
from target_at($as_at)
where target_code = $code;
