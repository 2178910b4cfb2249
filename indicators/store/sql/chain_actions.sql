-- one row per action on a link of a delivery chain, with the chain of that link, by chain and code
select
    link.chain_code as chain,
    action.action_code as code,
    action.link_code as link,
    action.owner,
    action.due_on,
    action.status,
    action.lesson,
    action.action
from chain_action_at($as_at) as action
inner join chain_link_at($as_at) as link using (link_code)
order by chain, code;
