-- one row per pair of main levels that a first and another second coder gave a line: how many lines, their pounds, the pounds coded alike
with tag as (
    select * replace (cast(proportion as decimal(9, 6)) as proportion)
    from prevention_tag_at($as_at)
    where scheme_code = $scheme and edition_code = $edition and role in ('first', 'second')
),
main_level as (
    select
        organisation, measure, parent, line, role,
        first(prevention_level order by proportion desc, prevention_level) as level
    from tag
    group by organisation, measure, parent, line, role
),
coded_by_one as (
    select one.organisation, one.measure, one.parent, one.line
    from tag as one
    inner join tag as two
        on two.role = 'second'
        and two.organisation = one.organisation
        and two.measure = one.measure
        and two.parent = one.parent
        and two.line = one.line
        and lower(trim(two.coder)) = lower(trim(one.coder))
    where one.role = 'first'
),
coded_twice as (
    select
        organisation, measure, parent, line,
        max(level) filter (where role = 'first') as first,
        max(level) filter (where role = 'second') as second
    from main_level
    anti join coded_by_one using (organisation, measure, parent, line)
    group by organisation, measure, parent, line
    having count(*) = 2
),
overlap as (
    select
        one.organisation, one.measure, one.parent, one.line,
        sum(least(one.proportion, two.proportion)) as alike
    from tag as one
    inner join tag as two
        on two.role = 'second'
        and two.organisation = one.organisation
        and two.measure = one.measure
        and two.parent = one.parent
        and two.line = one.line
        and two.prevention_level = one.prevention_level
    where one.role = 'first'
    group by one.organisation, one.measure, one.parent, one.line
),
spending as (
    select
        organisation, measure, parent, line,
        sum(cast(amount as decimal(20, 5))) as amount
    from spending_line_at($as_at)
    where role = 'own' and level in ('service', 'line') and period = $period
    group by organisation, measure, parent, line
),
common as (
    select 'All organisations' as organisation, measure, parent, line, sum(amount) as amount
    from spending
    group by measure, parent, line
),
money as (
    select * from spending
    union all
    select * from common
)
select
    coded_twice.first,
    coded_twice.second,
    count(*) as lines,
    cast(sum(coalesce(abs(money.amount), 0)) as decimal(38, 5)) as amount,
    cast(sum(coalesce(abs(money.amount), 0) * coalesce(overlap.alike, 0)) as decimal(38, 11)) as alike
from coded_twice
left join overlap using (organisation, measure, parent, line)
left join money using (organisation, measure, parent, line)
group by coded_twice.first, coded_twice.second
order by coded_twice.first, coded_twice.second;
