-- one row a record of the file, every cell as text, null where there is nothing
create or replace table staged as
select row_number() over () + {lines_above} as file_line, {cells}
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
