-- one row per indicator of the page asked for, by code
select indicator.*
from indicator_at($as_at) as indicator
where $indicator is null or indicator.indicator_code = $indicator
order by indicator.indicator_code
limit $limit offset $offset;
