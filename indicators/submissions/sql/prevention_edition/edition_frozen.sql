-- one row a line that would change what a published edition rests on
select
    cleaned.file_line,
    'edition_code' as column_name,
    edition.edition_code as value,
    'edition_frozen' as rule,
    'error' as severity,
    json_object('edition', edition.edition_code, 'status', edition.status) as figures
from cleaned
left join {stored} as stored on {same_key}
inner join {editions} as edition on edition.edition_code = {edition_code}
where edition.status in ({published}) and {kind} in ('added', 'revised', 'removed')
