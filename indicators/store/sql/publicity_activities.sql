-- one row per activity to make the partnership known
select
    activity_code as code,
    title,
    channel,
    began_on,
    ended_on,
    audience,
    reach,
    reach_basis,
    engagement,
    awareness_before,
    asked_before,
    awareness_after,
    asked_after,
    cost
from publicity_activity_at($as_at)
order by began_on, activity_code;
