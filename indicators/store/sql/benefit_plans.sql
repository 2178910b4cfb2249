-- one row per benefit and period of its plan, the amount cumulative, by benefit and period
select benefit_code as benefit, period, cast(planned as decimal(20, 5)) as planned
from benefit_plan_at($as_at)
order by benefit, period;
