-- one row per scheme and coder's role of an edition: how many lines were coded, by whom
select
    scheme_code as scheme,
    role,
    count(distinct (organisation, measure, parent, line)) as lines,
    string_agg(distinct coder, ', ' order by coder) as coders
from prevention_tag_at($as_at)
where edition_code = $edition
group by scheme_code, role
order by scheme_code, role;
