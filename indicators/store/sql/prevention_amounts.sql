-- one row per organisation, year, return, level and confidence of one edition's coding by one scheme: thousands of pounds
with asked as (
    select *
    from prevention_tag_at($as_at)
    where edition_code = $edition and scheme_code = $scheme and role != 'second'
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
covered as (
    select measure, parent from asked
    union
    select measure, parent from partner_return_at($as_at) where edition_code = $edition
),
spending as (
    select
        spending_line.organisation,
        spending_line.role,
        spending_line.period,
        spending_line.measure,
        spending_line.parent,
        spending_line.line,
        cast(spending_line.amount as decimal(20, 5)) as amount,
        coalesce(own_coding.organisation, 'All organisations') as coded_for
    from spending_line_at($as_at) as spending_line
    semi join covered using (measure, parent)
    left join own_coding
        on own_coding.organisation = spending_line.organisation
        and own_coding.measure = spending_line.measure
        and own_coding.parent = spending_line.parent
        and own_coding.line = spending_line.line
    where spending_line.level in ('service', 'line') and ($period is null or spending_line.period = $period)
)
select
    spending.organisation,
    spending.role,
    spending.period,
    spending.measure,
    spending.parent,
    tag.prevention_level as level,
    tag.confidence,
    sum(spending.amount * coalesce(cast(tag.proportion as decimal(9, 6)), 1)) as amount
from spending
left join tag
    on tag.organisation = spending.coded_for
    and tag.measure = spending.measure
    and tag.parent = spending.parent
    and tag.line = spending.line
group by all
order by all;
