-- one row a cell that names no row of its own dataset, neither stored nor in this file
with named as (
    select {reference_column} as name from {reference}
    union
    select {reference_column} as name from cleaned where remove is null
)

select
    file_line,
    {label} as column_name,
    {column} as value,
    'unknown_reference' as rule,
    'error' as severity,
    json_object('dataset', {reference_label}) as figures
from cleaned
where remove is null and {column} is not null and {column} not in (select name from named where name is not null)
