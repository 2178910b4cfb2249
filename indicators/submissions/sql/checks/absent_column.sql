-- one row a column that the file leaves out though rows that it names again have something there
select
    cast(null as integer) as file_line,
    {label} as column_name,
    cast(null as varchar) as value,
    'absent_column' as rule,
    'warning' as severity,
    json_object('rows', count(*)) as figures
from cleaned
inner join {stored} as stored on {same_key}
where stored.{column} is not null and cleaned.remove is null
having count(*) > 0
