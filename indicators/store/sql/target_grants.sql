-- one row per target on which a grant hangs
select
    target_code as code,
    potential_grant as potential
from target_grant_at($as_at)
order by target_code;
