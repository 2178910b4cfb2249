-- one row per line of spending and level that one edition's coding by one scheme puts it at, largest lines first
with coding as materialized (
    select *
    from coding_in_force($as_at, $edition, $scheme)
    where
        ($measure is null or measure = $measure)
        and ($parent is null or parent = $parent)
        and ($line is null or line = $line)
),
own_coding as (
    select distinct organisation, measure, parent, line
    from coding
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
        and ($organisations is null or list_contains($organisations, spending_line.organisation))
)
select
    spending.organisation,
    spending.role,
    spending.period,
    spending.measure,
    spending.parent,
    spending.line,
    cast(spending.amount as decimal(20, 5)) as line_amount,
    coding.prevention_level as level,
    coding.proportion,
    coding.confidence,
    coding.coder,
    coding.role as coder_role,
    coding.coded_on,
    coding.rationale,
    spending.source,
    spending.source_key
from spending
left join coding
    on coding.organisation = spending.coded_for
    and coding.measure = spending.measure
    and coding.parent = spending.parent
    and coding.line = spending.line
    and coding.whole = 1
order by
    spending.amount desc, spending.organisation, spending.measure, spending.parent, spending.line, spending.period,
    coding.prevention_level
limit $limit;
