-- one row an arrow of the file that would lead back to its own start by the arrows that are stored or sent
with recursive arrow as (
    select "start", "end"
    from {stored} as stored
    anti join cleaned using ("start", "end")
    union
    select "start", "end"
    from cleaned
    where remove is null
),
way as (
    select "end" as begun_at, "end" as reached
    from cleaned
    where remove is null
    union
    select way.begun_at, arrow."end" as reached
    from way
    inner join arrow on arrow."start" = way.reached
)
select
    cleaned.file_line,
    {label} as column_name,
    cleaned."end" as value,
    'leads_back' as rule,
    'error' as severity,
    json_object('start', cleaned."start") as figures
from cleaned
inner join way on way.begun_at = cleaned."end" and way.reached = cleaned."start"
where cleaned.remove is null
