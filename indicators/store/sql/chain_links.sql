-- one row per link of a delivery chain, by chain and code
select
    chain_code as chain,
    link_code as code,
    start_node as "start",
    end_node as "end",
    link_type,
    strength,
    criticality,
    lever,
    weakness,
    assessed_on
from chain_link_at($as_at)
order by chain, code;
