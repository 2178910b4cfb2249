-- one row a line that calls an edition published without the day
select
    file_line,
    'published_on' as column_name,
    cast(null as varchar) as value,
    'publication_undated' as rule,
    'error' as severity,
    json_object('status', status) as figures
from cleaned
where remove is null and status in ({published}) and published_on is null
