-- one row a new promise of whose series a newer figure than the one asked about was known when it was promised
with promise as (
    -- one row a line with a promise about a figure that does not stand like this already
    select
        cleaned.file_line,
        cleaned.indicator_code,
        cleaned.area_code,
        cleaned.figure_period,
        try_cast(cleaned.answered_on as date) as answered_on
    from cleaned
    left join {stored} as stored
        on cleaned.question_code = stored.question_code
        and stored.promise is not null
        and cleaned.indicator_code = stored.indicator_code
        and cleaned.area_code = stored.area_code
        and cleaned.figure_period = stored.figure_period
        and try_cast(cleaned.promised_value as double) is not distinct from stored.promised_value
        and cleaned.promised_period is not distinct from stored.promised_period
    where cleaned.remove is null and cleaned.promise is not null and stored.question_code is null
),

figure as (
    -- one row a figure with its first day, its length and the first day after it
    select
        indicator_code,
        area_code,
        period,
        cast(split_part(period, '/', 1) as date) as first_day,
        split_part(period, '/P', 2) as length,
        first_day + cast(replace(replace(replace(length, 'Y', ' years'), 'M', ' months'), 'D', ' days') as interval) as next_day
    from {observations}
    where value is not null and status <> 'doubtful'
)

select
    promise.file_line,
    {label} as column_name,
    promise.figure_period as value,
    'newer_figure_known' as rule,
    'warning' as severity,
    json_object('period', max_by(figure.period, figure.first_day)) as figures
from promise
inner join figure
    on promise.indicator_code = figure.indicator_code
    and promise.area_code = figure.area_code
    and split_part(promise.figure_period, '/P', 2) = figure.length
    and try_cast(split_part(promise.figure_period, '/', 1) as date) < figure.first_day
    and (promise.answered_on is null or figure.next_day <= promise.answered_on + interval 1 day)
group by promise.file_line, promise.figure_period
