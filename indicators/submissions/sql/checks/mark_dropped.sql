-- one row a withheld number beside a value that is not withheld: the mark cannot be kept
select
    staged.file_line,
    {label} as column_name,
    staged.{column} as value,
    'mark_dropped' as rule,
    'warning' as severity,
    '{{}}' as figures
from staged
inner join meanings on meanings.column_name = {label} and meanings.text = staged.{column}
inner join cleaned using (file_line)
where meanings.suppressed and cleaned.{status} is distinct from {suppressed}
