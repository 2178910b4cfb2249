-- one row a date that is read as the period that ends on it, told of its first line
select
    min(staged.file_line) as file_line,
    'period' as column_name,
    staged.period as value,
    'period_read_by_its_end' as rule,
    'warning' as severity,
    json_object('read_as', period_end.clean, 'rows', count(*)) as figures
from staged
inner join period_end on period_end.indicator_code = staged.indicator_code and period_end.text = staged.period
where period_end.clean is not null
group by staged.period, period_end.clean
