-- one row per node of a delivery chain, by chain and code
select chain_code as chain, node_code as code, organisation, tier, role
from chain_node_at($as_at)
order by chain, code;
