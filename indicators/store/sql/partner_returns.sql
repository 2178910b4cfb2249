-- one row per return that an edition counts
select
    partner_return.* exclude (total_in_scope),
    cast(partner_return.total_in_scope as decimal(20, 5)) as total_in_scope
from partner_return_at($as_at) as partner_return
where partner_return.edition_code = $edition
order by partner_return.organisation, partner_return.measure, partner_return.parent;
