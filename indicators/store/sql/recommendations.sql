-- one row per recommendation in force, by review and position
select
    recommendation_code as code,
    review,
    position,
    title,
    summary,
    addressee,
    owner,
    response,
    response_due_on,
    responded_on,
    response_reason,
    due_on,
    current_due_on,
    due_changed_reason,
    evidence,
    evidence_on,
    evidence_strength,
    evidence_source,
    officer_assessment,
    member_assessment,
    signed_off_on,
    signed_off_minute,
    impact,
    source
from recommendation_at($as_at)
order by review, position nulls last, code;
