-- one row a line of the file: the line of canonical CSV that is kept of it
select concat_ws(',', {cells}) as canonical_line from cleaned order by file_line;
