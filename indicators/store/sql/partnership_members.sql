-- one row per organisation with a seat in a partnership in force, by partnership and organisation
select
    partnership_code as partnership,
    organisation,
    sector,
    seat,
    voting
from partnership_member_at($as_at)
order by partnership, organisation;
