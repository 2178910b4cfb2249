-- one row per risk to a delivery chain, by chain and code
select
    chain_code as chain,
    risk_code as code,
    link_code as link,
    risk,
    likelihood,
    impact,
    response,
    owner,
    status,
    reviewed_on
from chain_risk_at($as_at)
order by chain, code;
