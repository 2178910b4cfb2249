-- one row per target of one indicator for one area, earliest first
select
    target.* exclude (target_code),
    target.target_code as code
from target_at($as_at) as target
where target.indicator_code = $code and target.area_code = $area
order by target.due_on, target.target_code;
