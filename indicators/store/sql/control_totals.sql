-- one row per organisation, year and return: what its lines sum to beside the total that it publishes, thousands of pounds
with spending as (
    select *, cast(amount as decimal(20, 5)) as exact
    from spending_line_at($as_at)
)
select
    organisation,
    any_value(role) as role,
    period,
    measure,
    parent,
    count_if(level in ('service', 'line')) as lines,
    coalesce(sum(exact) filter (where level in ('service', 'line')), 0) as sum_of_lines,
    max(exact) filter (where level = 'total') as published,
    if(bool_and(exact = round(exact, 0)), 0, 3) as places
from spending
group by organisation, period, measure, parent
having count_if(level in ('service', 'line')) > 0
order by organisation, measure, parent, period;
