-- one row per observation of the page asked for, by area, indicator and period; what is suppressed is withheld
with chosen as (
    select observation.*
    from observation_at($as_at) as observation
    where ($indicator is null or indicator_code = $indicator)
        and ($area is null or area_code = $area)
        and ($begins_from is null or period_start >= $begins_from)
        and ($ends_by is null or period_end <= $ends_by)
    order by area_code, indicator_code, period_end, period_start, period
    limit $limit offset $offset
),
withheld as (
    select area_code, indicator_code, period from observation_at($as_at) where status = 'suppressed'
    union
    select area_code, indicator_code, period from observation_at($latest) where status = 'suppressed'
),
marked as (
    select chosen.*, withheld.period is not null as is_withheld
    from chosen
    left join withheld using (area_code, indicator_code, period)
)
select
    marked.* exclude (is_withheld) replace (
        if(is_withheld, null, value) as value,
        if(is_withheld, null, numerator) as numerator,
        if(is_withheld, null, denominator) as denominator,
        if(is_withheld, null, lower) as lower,
        if(is_withheld, null, upper) as upper,
        if(is_withheld, 'suppressed', status) as status
    )
from marked
order by area_code, indicator_code, period_end, period_start, period;
