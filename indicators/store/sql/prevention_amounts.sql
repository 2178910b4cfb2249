-- one row per organisation, year, return, level and confidence of one edition's coding by one scheme: thousands of pounds
with coding as materialized (
    select * from coding_in_force($as_at, $edition, $scheme)
),
own_coding as (
    select distinct organisation, measure, parent, line
    from coding
    where organisation != 'All organisations'
),
covered as (
    select measure, parent from coding
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
    left join own_coding using (organisation, measure, parent, line)
    where spending_line.level in ('service', 'line') and ($period is null or spending_line.period = $period)
)
select
    spending.organisation,
    spending.role,
    spending.period,
    spending.measure,
    spending.parent,
    coding.prevention_level as level,
    coding.confidence,
    sum(spending.amount * coalesce(coding.proportion, 1)) as amount
from spending
left join coding
    on coding.organisation = spending.coded_for
    and coding.measure = spending.measure
    and coding.parent = spending.parent
    and coding.line = spending.line
    and coding.whole = 1
group by all
order by all;
