-- one row per indicator that is in a basket on the day of the as-at moment, in the basket's order
with moment as (
    select max(cast(recorded_at as date)) as day from entry where seq <= $as_at
)
select
    member.*
from basket_membership_at($as_at) as member, moment
where member.left_on is null or member.left_on > moment.day
order by member.basket_code, member.position, member.indicator_code;
