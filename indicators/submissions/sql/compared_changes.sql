-- one row a line that changes something, revisions and removals before additions: its key; of each other column
-- whether it differs, the old and the new
with change as (
    select cleaned.file_line as changed_line, {kind} as kind_of_change, {columns}
    from cleaned
    left join {stored} as stored on {same_key}
)

select *
from change
where kind_of_change in ('revised', 'removed', 'added')
order by kind_of_change = 'added', changed_line
limit {most};
