-- one row per commentary on an indicator in one area, by indicator, the latest period first
select *
from commentary_at($as_at)
where area_code = $area
order by indicator_code, period_end desc, period_start desc;
