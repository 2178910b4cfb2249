-- one row per benefit or dis-benefit, by its code
select benefit.* exclude (benefit_code), benefit.benefit_code as code
from benefit_at($as_at) as benefit
order by code;
