-- one row per coder's role whose coding is in force for money that an edition counts in its year: thousands of pounds
with coding as materialized (
    select distinct organisation, measure, parent, line, role, whole
    from coding_in_force($as_at, $edition, $scheme)
),
own_coding as (
    select organisation, measure, parent, line
    from coding
    where organisation != 'All organisations'
),
returned as (
    select organisation, measure, parent from partner_return_at($as_at) where edition_code = $edition
),
spending as (
    select
        spending_line.measure,
        spending_line.parent,
        spending_line.line,
        cast(spending_line.amount as decimal(20, 5)) as amount,
        coalesce(own_coding.organisation, 'All organisations') as coded_for
    from spending_line_at($as_at) as spending_line
    semi join returned using (organisation, measure, parent)
    left join own_coding using (organisation, measure, parent, line)
    where
        spending_line.role = 'own'
        and spending_line.level in ('service', 'line')
        and spending_line.period = $period
)
select coding.role, cast(sum(spending.amount) as decimal(38, 5)) as amount
from spending
inner join coding
    on coding.organisation = spending.coded_for
    and coding.measure = spending.measure
    and coding.parent = spending.parent
    and coding.line = spending.line
    and coding.whole = 1
group by coding.role
having sum(spending.amount) != 0
order by coding.role;
