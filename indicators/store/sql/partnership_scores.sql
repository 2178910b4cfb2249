-- one row per heading on which a partnership was scored, by partnership and heading
select
    partnership_code as partnership,
    heading,
    cast(score as integer) as score,
    evidence,
    action,
    checked_on
from partnership_health_at($as_at)
order by partnership, heading;
