-- one row per partnership in force, by name
select
    partnership_code as code,
    name,
    lsp_relation as relation,
    lead_role,
    kind,
    inside_basis,
    theme,
    purpose,
    significance,
    status,
    agreement,
    exit_arrangements,
    review_due_on,
    last_verified_on,
    verified_by,
    reports_to,
    as_of,
    note,
    second_source,
    source
from partnership_at($as_at)
order by name, code;
