-- one row a line of the file, every cell as text without spaces round it, null where there is nothing
create or replace table staged (file_line integer not null, {definitions});
