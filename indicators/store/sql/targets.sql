-- one row per target for one area, earliest first
select
    target.* exclude (target_code),
    target.target_code as code
from target_at($as_at) as target
where target.area_code = $area
order by target.due_on, target.target_code;
