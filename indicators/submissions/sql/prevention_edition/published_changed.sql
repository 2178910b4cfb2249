-- one row a line that changes a published edition otherwise than by letting its status go on
select
    cleaned.file_line,
    'edition_code' as column_name,
    cleaned.edition_code as value,
    'published_edition_changed' as rule,
    'error' as severity,
    json_object('edition', stored.edition_code, 'status', stored.status) as figures
from cleaned
inner join {stored} as stored on {same_key}
where stored.status in ({published}) and (cleaned.remove is not null or {others_differ})
