-- one row per event, earliest first
select
    event.* exclude (event_code),
    event.event_code as code
from event_at($as_at) as event
order by event.happened_on, event.event_code;
