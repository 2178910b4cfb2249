-- one row a line that breaks a rule
select
    file_line,
    {label} as column_name,
    left({value}, 200) as value,
    {rule} as rule,
    {severity} as severity,
    {figures} as figures
from {relation}
where {condition}
