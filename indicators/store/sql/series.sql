-- one row per observation of one indicator for one area, oldest period first
select observation.*
from observation_at($as_at) as observation
where area_code = $area and indicator_code = $code
order by period_end, period_start;
