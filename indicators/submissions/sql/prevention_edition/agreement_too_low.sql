-- one row a line that publishes an edition whose two coders agree too little before the lines on which they differ are moderated
with tag as (
    select
        reached.file_line, reached.status,
        tag.organisation, tag.measure, tag.parent, tag.line, tag.role,
        list(distinct lower(trim(tag.coder))) as coders,
        first(
            tag.prevention_level order by cast(tag.proportion as decimal(9, 6)) desc, tag.prevention_level
        ) as level
    from status_reached as reached
    inner join {tags} as tag
        on tag.edition_code = reached.edition_code and tag.scheme_code = reached.scheme_code
    where reached.publishes and tag.role in ('first', 'second', 'moderated')
    group by all
),
coded_twice as (
    select
        one.file_line, one.status, one.level as first, two.level as second,
        one.level <> two.level and moderated.level is null as is_open
    from tag as one
    inner join tag as two
        on two.role = 'second'
        and {same_line_two}
        and not list_has_any(two.coders, one.coders)
    left join tag as moderated on moderated.role = 'moderated' and {same_line_moderated}
    where one.role = 'first'
),
by_level as (
    select file_line, level, sum(of_first) as of_first, sum(of_second) as of_second
    from (
        select file_line, first as level, 1 as of_first, 0 as of_second from coded_twice
        union all
        select file_line, second as level, 0 as of_first, 1 as of_second from coded_twice
    )
    group by file_line, level
),
counted as (
    select
        file_line, status,
        cast(count(*) as hugeint) as lines,
        count_if(first = second) as alike,
        count_if(is_open) as open_lines,
        (
            select sum(by_level.of_first * by_level.of_second)
            from by_level
            where by_level.file_line = coded_twice.file_line
        ) as by_chance
    from coded_twice
    group by file_line, status
)
-- kappa is (alike / lines - by_chance / lines²) / (1 - by_chance / lines²): multiplied out, so that it is compared exactly
select
    file_line,
    'status' as column_name,
    status as value,
    'agreement_too_low' as rule,
    'error' as severity,
    json_object(
        'kappa', cast(alike * lines - by_chance as double) / nullif(cast(lines * lines - by_chance as double), 0),
        'lines', cast(lines as bigint),
        'open', open_lines
    ) as figures
from counted
where
    open_lines > 0
    and (alike * lines - by_chance) * {least_over} < {least_of} * (lines * lines - by_chance)
