-- one row a line that calls an edition second-coded of which no second coding is recorded
select
    file_line,
    'stage' as column_name,
    stage as value,
    'nothing_second_coded' as rule,
    'warning' as severity,
    json_object('edition', edition_code) as figures
from cleaned
where
    remove is null
    and stage = 'second_coded'
    and not exists (
        select 1 from {tags} as tag where tag.edition_code = cleaned.edition_code and tag.role = 'second'
    )
