-- one row a line that revises or removes a row in force: its key; of each other column whether it differs, the old and
-- the new
with change as (
    select changed_line, kind_of_change
    from compared
    where kind_of_change in ('revised', 'removed')
    order by changed_line
    limit {most}
)

select change.changed_line, change.kind_of_change, {columns}
from change
inner join cleaned on cleaned.file_line = change.changed_line
inner join {stored} as stored on {same_key}
order by change.changed_line;
