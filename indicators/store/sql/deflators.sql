-- one row per quarter of one price index
select period_start, cast(value as decimal(12, 6)) as value
from deflator_at($as_at)
where series = $series and period like '%/P3M'
order by period_start;
