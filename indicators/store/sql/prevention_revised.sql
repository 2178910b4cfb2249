-- one row per line of one year, in returns that an edition counts, whose amount differs between two moments: thousands of pounds
with covered as (
    select organisation, measure, parent from partner_return_at($as_at) where edition_code = $edition
),
earlier as (
    select organisation, measure, parent, line, sum(cast(amount as decimal(20, 5))) as amount
    from spending_line_at($before)
    where period = $period and level in ('service', 'line')
    group by organisation, measure, parent, line
),
later as (
    select organisation, measure, parent, line, sum(cast(amount as decimal(20, 5))) as amount
    from spending_line_at($as_at)
    where period = $period and level in ('service', 'line')
    group by organisation, measure, parent, line
)
select organisation, measure, parent, line, earlier.amount as before, later.amount as now
from earlier
full join later using (organisation, measure, parent, line)
semi join covered using (organisation, measure, parent)
where earlier.amount is distinct from later.amount
order by abs(coalesce(later.amount, 0) - coalesce(earlier.amount, 0)) desc, organisation, measure, parent, line
limit $most;
