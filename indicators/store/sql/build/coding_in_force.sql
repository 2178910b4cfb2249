-- one row per level of each line's coding in force in one edition by one scheme: moderated goes before first before suggested
-- `whole` is the sum of the line's shares: a coding whose shares do not make 1 is in force and counts for nothing
create macro coding_in_force(asked_at, asked_edition, asked_scheme) as table
with tag as (
    select
        * replace (cast(proportion as decimal(9, 6)) as proportion),
        case role when 'moderated' then 1 when 'first' then 2 else 3 end as precedence
    from prevention_tag_at(asked_at)
    where edition_code = asked_edition and scheme_code = asked_scheme and role != 'second'
),
coding as (
    select
        organisation, measure, parent, line,
        min(precedence) as precedence,
        min_by(total, precedence) as whole
    from (
        select organisation, measure, parent, line, precedence, sum(proportion) as total
        from tag
        group by organisation, measure, parent, line, precedence
    )
    group by organisation, measure, parent, line
)
select tag.* exclude (precedence), coding.whole
from tag
inner join coding using (organisation, measure, parent, line, precedence);
