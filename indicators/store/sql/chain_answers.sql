-- one row per score on a delivery chain, given alone or agreed together (then of no organisation), by chain and question
select
    chain_code as chain,
    question,
    case when "round" = 'individual' then organisation end as organisation,
    "round",
    score
from chain_answer_at($as_at)
order by chain, question, "round", organisation;
