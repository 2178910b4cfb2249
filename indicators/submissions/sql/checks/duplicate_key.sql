-- one row a line whose key stands on an earlier line too
with repeated_key as (
    select {key}, min(file_line) as first_line
    from cleaned
    group by {key}
    having count(*) > 1
)

select
    cleaned.file_line,
    {label} as column_name,
    concat_ws(' · ', {cleaned_key}) as value,
    'duplicate_key' as rule,
    'error' as severity,
    json_object('first_line', repeated_key.first_line) as figures
from cleaned
inner join repeated_key using ({key})
where cleaned.file_line > repeated_key.first_line
