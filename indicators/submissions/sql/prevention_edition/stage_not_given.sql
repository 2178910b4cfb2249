-- one row a line that gives an edition a status which says that a stage of assurance was passed, when it was not
select
    file_line,
    'status' as column_name,
    status as value,
    'stage_not_given' as rule,
    'error' as severity,
    json_object('stage', stage, 'partners', partners) as figures
from stage_lacking
where (status, stage) in ({claims})
