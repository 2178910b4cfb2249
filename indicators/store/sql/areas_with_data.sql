-- one row per area that has an observation of the indicator, in the declared order of areas
with observed as (
    select distinct area_code from observation_at($as_at) where indicator_code = $code
)
select observed.area_code as code
from observed
left join area_at($as_at) as area using (area_code)
order by area.position, observed.area_code;
