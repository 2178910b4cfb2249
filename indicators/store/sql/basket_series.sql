-- one row per observation, for one area, of an indicator that is in a basket, oldest period first
with member as (
    select distinct indicator_code from basket_membership_at($as_at)
)
select observation.*
from observation_at($as_at) as observation
semi join member using (indicator_code)
where area_code = $area
order by indicator_code, period_end, period_start;
