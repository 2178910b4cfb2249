-- one row a coding of a line whose shares, with those stored already, would not sum to exactly 1
with coding as (
    select {coding}, min(file_line) as file_line
    from cleaned
    group by {coding}
),
share as (
    select {coding}, try_cast(proportion as decimal(9, 6)) as proportion
    from cleaned
    where remove is null
    union all
    select {coding}, cast(stored.proportion as decimal(9, 6)) as proportion
    from {stored} as stored
    semi join coding using ({coding})
    anti join cleaned using ({coding}, prevention_level)
)
select
    coding.file_line,
    {label} as column_name,
    coding.line as value,
    'shares_not_one' as rule,
    'error' as severity,
    json_object('sum', rtrim(rtrim(cast(sum(share.proportion) as varchar), '0'), '.')) as figures
from coding
inner join share using ({coding})
group by {coding}, coding.file_line
having sum(share.proportion) != 1
