-- one row per observation that is marked as suppressed, by its key
select indicator_code, area_code, period
from observation_at($as_at)
where status = 'suppressed';
