-- one row per contribution of a partner to a pooled fund in one year
select
    pooled.* exclude (agreement_code, amount, in_kind),
    pooled.agreement_code as code,
    cast(pooled.amount as decimal(20, 5)) as amount,
    cast(pooled.in_kind as decimal(20, 5)) as in_kind
from pooled_agreement_at($as_at) as pooled
where pooled.period = $period
order by pooled.agreement_code, pooled.organisation;
