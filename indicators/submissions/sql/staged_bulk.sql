-- one row a record of the file, every cell as text, null where there is nothing; in the order of the file
create or replace table staged_rows as
select {cells}
from read_csv(
    {file},
    auto_detect = false,
    header = false,
    skip = {skip},
    delim = {delimiter},
    quote = '"',
    escape = '"',
    strict_mode = true,
    columns = {{{columns}}}
);
create or replace view staged as select rowid + {lines_above} + 1 as file_line, * from staged_rows;
