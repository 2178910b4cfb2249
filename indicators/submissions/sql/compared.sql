-- one row a line of the file: what it would do to the row in force with its key
create or replace temp table compared as
select cleaned.file_line as changed_line, {kind} as kind_of_change
from cleaned
left join {stored} as stored on {same_key};
