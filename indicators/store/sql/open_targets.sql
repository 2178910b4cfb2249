-- one row per target of the page asked for, by indicator and date; a baseline that is suppressed is withheld
with chosen as (
    select target.*
    from target_at($as_at) as target
    where ($indicator is null or indicator_code = $indicator)
        and ($area is null or area_code = $area)
        and ($status is null or status = $status)
    order by indicator_code, due_on, target_code
    limit $limit offset $offset
),
withheld as (
    select area_code, indicator_code, period from observation_at($as_at) where status = 'suppressed'
    union
    select area_code, indicator_code, period from observation_at($latest) where status = 'suppressed'
)
select
    chosen.* replace (if(withheld.period is null, chosen.baseline_value, null) as baseline_value)
from chosen
left join withheld
    on withheld.area_code = chosen.area_code
    and withheld.indicator_code = chosen.indicator_code
    and withheld.period = chosen.baseline_period
order by chosen.indicator_code, chosen.due_on, chosen.target_code;
