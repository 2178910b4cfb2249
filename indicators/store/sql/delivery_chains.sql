-- one row per delivery chain, by its code
select chain.* exclude (chain_code), chain.chain_code as code
from delivery_chain_at($as_at) as chain
order by code;
