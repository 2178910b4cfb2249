-- one row per partner and year of an invest-to-save case that an edition reports: thousands of pounds
select
    case_code as code,
    title,
    organisation,
    period,
    cast(cost as decimal(20, 5)) as cost,
    cast(benefit as decimal(20, 5)) as benefit,
    cashable,
    basis
from saving_case_at($as_at)
where edition_code = $edition
order by case_code, period, organisation;
