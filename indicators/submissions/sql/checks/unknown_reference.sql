-- one row a cell that names no row of the dataset that it must name one of
select
    file_line,
    {label} as column_name,
    {column} as value,
    'unknown_reference' as rule,
    'error' as severity,
    json_object('dataset', {reference_label}) as figures
from cleaned
where
    remove is null
    and {column} is not null
    and {column} not in (select {reference_column} from {reference} where {reference_column} is not null)
