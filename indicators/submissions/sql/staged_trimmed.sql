-- one row a record of the file, every cell without spaces round it, null where there is nothing
create or replace table staged as select file_line, {cells} from staged;
