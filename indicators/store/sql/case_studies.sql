-- one row per case study
select
    case_code as code,
    title,
    consent,
    consent_on,
    consent_until,
    quotes_cleared,
    licence,
    published_on,
    problem,
    what_partners_did,
    what_it_means,
    indicator_code,
    outcome,
    cost,
    evidence_grade,
    media
from case_study_at($as_at)
order by title, case_code;
