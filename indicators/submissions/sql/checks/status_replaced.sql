-- one row a line whose value is marked as withheld while its status says something else
select
    staged.file_line,
    {label} as column_name,
    staged.{column} as value,
    'status_replaced' as rule,
    'warning' as severity,
    json_object('kept', {suppressed}) as figures
from staged
inner join meanings on meanings.column_name = {value_label} and meanings.text = staged.{value}
where meanings.suppressed and staged.{column} is not null and lower(staged.{column}) <> {suppressed}
