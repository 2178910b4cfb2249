-- one row a line that removes what is not there
select
    cleaned.file_line,
    {label} as column_name,
    concat_ws(' · ', {cleaned_key}) as value,
    'nothing_to_remove' as rule,
    'warning' as severity,
    '{{}}' as figures
from cleaned
anti join {stored} as stored on {same_key}
where cleaned.remove is not null
