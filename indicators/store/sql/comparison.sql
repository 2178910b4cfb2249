-- one row per observation of one indicator, by area, oldest period first
select observation.*
from observation_at($as_at) as observation
where indicator_code = $code
order by area_code, period_end, period_start;
