-- one row per event of one indicator, and per milestone that concerns all of them, earliest first
select
    event.* exclude (event_code),
    event.event_code as code
from event_at($as_at) as event
where event.indicator_code = $code or (event.indicator_code is null and event.kind = 'milestone')
order by event.happened_on, event.event_code;
