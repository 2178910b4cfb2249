-- one row per level that a coder gave one of the lines, in an edition and the one before it; a coder sees nothing of `$hidden` roles of this one
with asked as (
    select unnest($measures) as measure, unnest($parents) as parent, unnest($lines) as line
)
select
    tag.edition_code as edition,
    tag.organisation,
    tag.measure,
    tag.parent,
    tag.line,
    tag.role,
    tag.prevention_level as level,
    cast(tag.proportion as decimal(9, 6)) as proportion,
    tag.confidence,
    tag.rationale,
    tag.coder,
    tag.coded_on,
    tag.driver,
    tag.main_purpose,
    tag.target_population
from prevention_tag_at($as_at) as tag
semi join asked using (measure, parent, line)
where
    tag.scheme_code = $scheme
    and (tag.edition_code = $earlier or (tag.edition_code = $edition and not list_contains($hidden, tag.role)))
order by tag.measure, tag.parent, tag.line, edition, tag.organisation, tag.role, level;
