-- one row per edition, line and level of the coding in force, for the largest lines that an auditor would ask about: changed, halved, late
with tag as materialized (
    select * from coding_in_force($as_at, $edition, $scheme)
    union all
    select * from coding_in_force($as_at, $earlier, $scheme)
),
in_force as (
    select
        edition_code, organisation, measure, parent, line,
        string_agg(prevention_level || ' ' || proportion, ', ' order by prevention_level) as levels,
        bool_or(proportion = 0.5) as halved,
        max(coded_on) as coded_on
    from tag
    group by edition_code, organisation, measure, parent, line
),
questionable as (
    select now.organisation, now.measure, now.parent, now.line
    from in_force as now
    left join in_force as earlier
        on earlier.edition_code = $earlier
        and earlier.organisation = now.organisation
        and earlier.measure = now.measure
        and earlier.parent = now.parent
        and earlier.line = now.line
    where
        now.edition_code = $edition
        and (
            now.halved or now.coded_on >= $late
            or (earlier.levels is not null and earlier.levels != now.levels)
        )
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
),
asked_about as (
    select
        questionable.*,
        cast(coalesce(money.amount, 0) as decimal(20, 5)) as amount
    from questionable
    left join money using (organisation, measure, parent, line)
    order by abs(coalesce(money.amount, 0)) desc, parent, line, organisation
    limit $most
)
select
    tag.edition_code as edition,
    tag.measure,
    tag.parent,
    tag.line,
    tag.organisation,
    tag.role,
    tag.prevention_level as level,
    tag.proportion,
    tag.coded_on,
    asked_about.amount
from tag
inner join asked_about using (organisation, measure, parent, line)
order by tag.measure, tag.parent, tag.line, tag.organisation, edition, tag.role, level;
