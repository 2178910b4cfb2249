-- one row a line that takes a published edition back to an earlier status
select
    cleaned.file_line,
    'status' as column_name,
    cleaned.status as value,
    'status_goes_back' as rule,
    'error' as severity,
    json_object('was', stored.status, 'now', cleaned.status) as figures
from cleaned
inner join {stored} as stored on {same_key}
where
    cleaned.remove is null
    and stored.status in ({published})
    and list_position([{statuses}], cleaned.status) < list_position([{statuses}], stored.status)
