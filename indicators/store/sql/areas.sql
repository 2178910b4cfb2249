-- one row per area, in its declared order
select
    area.* exclude (area_code),
    area.area_code as code
from area_at($as_at) as area
order by area.position, area.area_code;
