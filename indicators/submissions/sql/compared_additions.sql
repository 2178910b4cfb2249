-- one row a line that adds a row: its key and the other columns that the file has
with addition as (
    select changed_line from compared where kind_of_change = 'added' order by changed_line limit {most}
)

select cleaned.file_line, {columns}
from cleaned
inner join addition on cleaned.file_line = addition.changed_line
order by cleaned.file_line;
