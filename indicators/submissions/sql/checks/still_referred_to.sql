-- one row a line that removes what stored rows of another dataset still name
select
    cleaned.file_line,
    {label} as column_name,
    cleaned.{column} as value,
    'still_referred_to' as rule,
    'error' as severity,
    json_object('dataset', {referring_label}, 'rows', count(*)) as figures
from cleaned
inner join {referring} as referring on referring.{referring_column} = cleaned.{column}
where cleaned.remove is not null
group by cleaned.file_line, cleaned.{column}
