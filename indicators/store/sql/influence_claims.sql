-- one row per claim of an edition that the partnership moved money, the largest first
select
    claim_code as code,
    statement,
    mechanism,
    organisation,
    cast(gross as decimal(20, 5)) as gross,
    cast(deadweight as decimal(9, 6)) as deadweight,
    cast(leakage as decimal(9, 6)) as leakage,
    cast(displacement as decimal(9, 6)) as displacement,
    cast(substitution as decimal(9, 6)) as substitution,
    influence_grade as grade
from influence_claim_at($as_at)
where edition_code = $edition
order by gross desc, code;
