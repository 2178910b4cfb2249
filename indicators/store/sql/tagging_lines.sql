-- one row per line of the year, or one without a line where there is none: of the returns that an edition counts, the largest first, thousands of pounds
-- nothing of another coder's levels is answered; `differs` is told to who moderates alone
with covered as (
    select organisation, measure, parent from partner_return_at($as_at) where edition_code = $edition
),
spending as (
    select measure, parent, line, sum(cast(amount as decimal(20, 5))) as amount
    from spending_line_at($as_at)
    semi join covered using (organisation, measure, parent)
    where
        role = 'own' and level in ('service', 'line') and period = $period
        and ($organisation = 'All organisations' or organisation = $organisation)
    group by measure, parent, line
),
coding as (
    select
        measure, parent, line, role,
        list((prevention_level, cast(proportion as decimal(9, 6))) order by prevention_level) as levels
    from prevention_tag_at($as_at)
    where
        edition_code = $edition and scheme_code = $scheme and organisation = $organisation
        and (role = $role or ($role = 'moderated' and role in ('first', 'second')))
    group by measure, parent, line, role
),
coded as (
    select
        measure, parent, line,
        bool_or(role = $role) as is_coded,
        coalesce(
            any_value(levels) filter (where role = 'first') != any_value(levels) filter (where role = 'second'), false
        ) as differs
    from coding
    group by measure, parent, line
),
line as (
    select
        spending.*,
        coalesce(coded.is_coded, false) as is_coded,
        coalesce(coded.differs, false) as differs,
        abs(spending.amount) >= $large
        or cast('0x' || left(md5(spending.measure || chr(31) || spending.parent || chr(31) || spending.line), 8) as bigint) % 10 = 0 as is_sampled
    from spending
    left join coded using (measure, parent, line)
),
asked as (
    select *
    from line
    where
        case $which
            when 'to_do' then not is_coded
            when 'sample' then is_sampled and not is_coded
            when 'differ' then differs and not is_coded
            when 'done' then is_coded
            else true
        end
)
select asked.measure, asked.parent, asked.line, asked.amount, count(asked.line) over () as listed, progress.*
from (
    select
        count(*) as lines,
        count_if(is_coded) as coded,
        count_if(differs) as differing,
        coalesce(sum(abs(amount)), 0) as money,
        coalesce(sum(abs(amount)) filter (where is_coded), 0) as money_coded
    from line
) as progress
left join asked on true
order by abs(asked.amount) desc, asked.parent, asked.line
limit $most offset $skipped;
