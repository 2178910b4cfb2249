-- one row per made-up observation of one submission: every area of its quarters, in the order in which quarters arrive
with numbered as (
    select
        number,
        number // ($indicators * $quarters) as area,
        number // $quarters % $indicators as indicator,
        number % $quarters as quarter
    from range($size) as numbers(number)
),

submitted as (
    select *
    from numbered
    where quarter * $parts // $quarters = $part
)

select
    list_extract($codes, indicator + 1) as indicator_code,
    -- half of the areas stand before the county in the sort, half behind it
    if(area % 2 = 0, 'E01', 'W01') || lpad(area::varchar, 6, '0') as area_code,
    strftime(date '2005-01-01' + to_months(3 * quarter::integer), '%Y-%m-%d') || '/P3M' as period,
    round(20 + 60 * (hash(number) % 100000) / 100000, 2) as value,
    null as numerator,
    null as denominator,
    null as lower,
    null as upper,
    'final' as status,
    null as source_period,
    null as note,
    'generated' as source,
    'OURS' as source_key,
    null as remove
from submitted
order by quarter, indicator, area;
