-- one row per study of whether a service prevents anything
select
    evidence_code as code,
    measure,
    parent,
    line,
    common_grade as grade,
    indicator_code,
    cast(lag_years as decimal(9, 3)) as lag_years
from intervention_evidence_at($as_at)
order by measure, parent, line, evidence_code;
