-- one row per organisation that spends, with the area that it serves
select distinct organisation, area_code
from spending_line_at($as_at)
order by organisation, area_code;
