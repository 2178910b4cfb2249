-- one row per indicator and area with that many figures or more; where there are more than can be taken, those whose lots come first
with counted as (
    select indicator_code, area_code
    from observation_at($as_at)
    where value is not null
    group by indicator_code, area_code
    having count(*) >= $least
),

drawn as (
    select indicator_code, area_code
    from counted
    order by md5(indicator_code || ' ' || area_code)
    limit $most
)

select indicator_code, area_code
from drawn
order by indicator_code, area_code;
