-- one row a line that gives a stage of assurance before the one that it rests on
select
    file_line,
    'stage' as column_name,
    stage as value,
    'stage_out_of_order' as rule,
    'error' as severity,
    json_object('stage', stage, 'needs', [{stages}][place - 1]) as figures
from resting_on
where file_line is not null and resting < partners
