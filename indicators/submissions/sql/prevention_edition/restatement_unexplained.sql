-- one row a line that restates another edition without saying what changed
select
    file_line,
    'changes' as column_name,
    cast(null as varchar) as value,
    'restatement_unexplained' as rule,
    'error' as severity,
    json_object('restates', restates) as figures
from cleaned
where remove is null and restates is not null and changes is null
