-- one row a date on which no period of the indicator ends
select
    staged.file_line,
    'period' as column_name,
    staged.period as value,
    'no_period_end' as rule,
    'error' as severity,
    json_object('day', period_end.day, 'usual', period_end.usual_length) as figures
from staged
inner join period_end on period_end.indicator_code = staged.indicator_code and period_end.text = staged.period
where period_end.clean is null
