-- one row per area that has observations, with the number of its indicators, by its code
select area_code as code, count(distinct indicator_code) as indicators
from observation_at($as_at)
group by area_code
order by area_code;
