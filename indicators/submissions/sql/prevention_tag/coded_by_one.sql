-- one row a line whose coder is, in the file or as stored, the other one of the two coders of what it codes
with tag as (
    select {line}, role, coder, lower(trim(coder)) as who, file_line
    from cleaned
    where remove is null and role in ('first', 'second')
    union all
    select {line}, role, coder, lower(trim(coder)) as who, cast(null as bigint) as file_line
    from {stored} as stored
    anti join cleaned using ({coding}, prevention_level)
    where role in ('first', 'second')
)
select
    file_line,
    {label} as column_name,
    coder as value,
    'coded_by_one' as rule,
    'error' as severity,
    json_object('role', role) as figures
from tag
semi join tag as other
    on {same_line}
    and other.who = tag.who
    and other.role <> tag.role
    and (other.file_line is null or tag.role = 'second')
where tag.file_line is not null
