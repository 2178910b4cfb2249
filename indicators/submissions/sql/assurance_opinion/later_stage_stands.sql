-- one row a line that takes away a stage on which a later one rests
select distinct
    cleaned.file_line,
    'stage' as column_name,
    cleaned.stage as value,
    'later_stage_stands' as rule,
    'error' as severity,
    json_object('stage', cleaned.stage, 'later', later.stage) as figures
from cleaned
inner join resting_on as later
    on later.edition_code = cleaned.edition_code
    and later.place = list_position([{stages}], cleaned.stage) + 1
where cleaned.remove is not null and later.file_line is null and later.resting < later.partners
