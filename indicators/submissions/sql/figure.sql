-- one row a line of the file that brings a figure, with what is known of its indicator, its period and its series
create or replace temp view figure as
with in_file as (
    select
        file_line,
        indicator_code,
        area_code,
        period,
        value as written,
        try_cast(value as double) as value,
        0.5 * power(10, -length(split_part(value, '.', 2))) + 1e-9 as tolerance,
        numerator as numerator_written,
        denominator as denominator_written,
        try_cast(numerator as double) as numerator,
        try_cast(denominator as double) as denominator,
        try_cast(lower as double) as lower_limit,
        try_cast(upper as double) as upper_limit,
        status
    from cleaned
    where remove is null
),

point as (
    select indicator_code, area_code, split_part(period, '/', 2) as length, value
    from stored_observation
    semi join in_file using (indicator_code, area_code)
    where value is not null and status <> 'doubtful'
),

series as (
    select indicator_code, area_code, length, count(*) as points, median(value) as median, mad(value) as mad
    from point
    group by indicator_code, area_code, length
),

in_context as (
    select
        in_file.*,
        stored_indicator.measure_kind,
        stored_indicator.period_length as usual_length,
        file_period.first_day,
        file_period.last_day,
        file_period.length,
        series.points,
        series.median,
        series.mad,
        stored_observation.value as old_value
    from in_file
    left join stored_indicator using (indicator_code)
    left join file_period using (period)
    left join series using (indicator_code, area_code, length)
    left join stored_observation using (indicator_code, area_code, period)
),

in_proportion as (
    select
        *,
        if(measure_kind = 'percentage' and denominator > 0, numerator / denominator, null) as share,
        log10(if(value > 0 and median > 0, value / median, null)) as powers_of_ten
    from in_context
)

select
    *,
    if(
        points >= 3 and abs(round(powers_of_ten)) in (2, 3) and abs(powers_of_ten - round(powers_of_ten)) <= 0.15,
        power(10, round(powers_of_ten)),
        null
    ) as slip,
    list_filter(
        [1.0, 10.0, 1000.0, 10000.0, 100000.0],
        lambda multiplier: share > 0 and abs(value - multiplier * share) <= tolerance
    ) as other_multipliers
from in_proportion;
