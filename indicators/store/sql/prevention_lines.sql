-- one row per line of spending and level that one edition's coding by one scheme puts it at, largest lines first
with asked as (
    select *
    from prevention_tag_at($as_at)
    where
        edition_code = $edition and scheme_code = $scheme and role != 'second'
        and ($measure is null or measure = $measure)
        and ($parent is null or parent = $parent)
        and ($line is null or line = $line)
),
coding as (
    select
        organisation, measure, parent, line, role,
        sum(cast(proportion as decimal(9, 6))) as whole,
        case role when 'moderated' then 1 when 'first' then 2 else 3 end as rank
    from asked
    group by organisation, measure, parent, line, role
),
in_force as (
    select *
    from coding
    qualify row_number() over (partition by organisation, measure, parent, line order by rank) = 1
),
tag as (
    select asked.*
    from asked
    inner join in_force using (organisation, measure, parent, line, role)
    where in_force.whole = 1
),
own_coding as (
    select distinct organisation, measure, parent, line
    from in_force
    where organisation != 'All organisations'
),
spending as (
    select
        spending_line.*,
        coalesce(own_coding.organisation, 'All organisations') as coded_for
    from spending_line_at($as_at) as spending_line
    left join own_coding using (organisation, measure, parent, line)
    where
        spending_line.level in ('service', 'line')
        and ($measure is null or spending_line.measure = $measure)
        and ($parent is null or spending_line.parent = $parent)
        and ($line is null or spending_line.line = $line)
        and ($period is null or spending_line.period = $period)
        and ($organisation is null or spending_line.organisation = $organisation)
)
select
    spending.organisation,
    spending.role,
    spending.period,
    spending.measure,
    spending.parent,
    spending.line,
    cast(spending.amount as decimal(20, 5)) as line_amount,
    tag.prevention_level as level,
    cast(tag.proportion as decimal(9, 6)) as proportion,
    tag.confidence,
    tag.coder,
    tag.role as coder_role,
    tag.coded_on,
    tag.rationale,
    spending.source,
    spending.source_key
from spending
left join tag
    on tag.organisation = spending.coded_for
    and tag.measure = spending.measure
    and tag.parent = spending.parent
    and tag.line = spending.line
order by spending.amount desc, spending.organisation, spending.line, spending.period, tag.prevention_level
limit $limit;
