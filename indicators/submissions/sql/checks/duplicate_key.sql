-- one row a line whose key stands on an earlier line too, with the numbers in which the two lines differ
with repeated_key as (
    select {key}, min(file_line) as first_line
    from cleaned
    group by {key}
    having count(*) > 1
),

repeated as (
    select cleaned.*, repeated_key.first_line
    from cleaned
    inner join repeated_key using ({key})
)

select
    cleaned.file_line,
    {label} as column_name,
    concat_ws(' · ', {cleaned_key}) as value,
    'duplicate_key' as rule,
    'error' as severity,
    json_object(
        'first_line', cleaned.first_line,
        'differ', list_filter(
            cast([{numbers}] as struct("column" varchar, "first" varchar, "now" varchar)[]),
            lambda each: coalesce(
                try_cast(each."first" as double) <> try_cast(each."now" as double),
                each."first" is distinct from each."now"
            )
        )
    ) as figures
from repeated as cleaned
inner join repeated as first_row on first_row.file_line = cleaned.first_line
where cleaned.file_line > cleaned.first_line
