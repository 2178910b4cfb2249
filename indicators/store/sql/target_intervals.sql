-- one row per interval in which a row was the effective one of its key, for one indicator and area
select *, target_code as code
from target_revision
where indicator_code = $code and area_code = $area and from_seq <= $as_at
order by target_code, from_seq;
