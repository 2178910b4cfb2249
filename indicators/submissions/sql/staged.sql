-- one row a line of the file, every cell as text without spaces round it, null where there is nothing
create or replace table staged_rows (file_line integer not null, {definitions});
create or replace view staged as select * from staged_rows;
