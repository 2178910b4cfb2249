-- one row per coding of a line whose shares do not sum to exactly 1
select
    measure,
    parent,
    line,
    sum(cast(proportion as decimal(9, 6))) as whole
from prevention_tag_at($as_at)
where edition_code = $edition and scheme_code = $scheme
group by measure, parent, line, organisation, role
having sum(cast(proportion as decimal(9, 6))) != 1
order by measure, parent, line;
