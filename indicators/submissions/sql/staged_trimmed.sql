-- one row a record of the file, every cell without spaces round it, null where there is nothing; in the same order
create or replace table staged_rows as select {cells} from staged_rows order by rowid;
