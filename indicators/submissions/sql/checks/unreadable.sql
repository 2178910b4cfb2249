-- one row a cell that cannot be read as what its column holds, or was read with a remark
select
    staged.file_line,
    {label} as column_name,
    staged.{column} as value,
    meanings.rule,
    meanings.severity,
    meanings.figures
from staged
inner join meanings on meanings.column_name = {label} and meanings.text = staged.{column}
where meanings.rule is not null
