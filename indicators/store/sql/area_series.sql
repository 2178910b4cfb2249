-- one row per observation for one area, by indicator, oldest period first
select *
from observation_at($as_at)
where area_code = $area
order by indicator_code, period_end, period_start;
