-- one row per level of a classification scheme, by scheme
select
    level.scheme_code,
    scheme.title as scheme,
    scheme.standing as scheme_standing,
    level.prevention_level as level,
    level.title,
    level.counts_as
from classification_level_at($as_at) as level
inner join classification_scheme_at($as_at) as scheme using (scheme_code)
order by level.scheme_code, level.prevention_level;
