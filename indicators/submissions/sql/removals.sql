-- one row: how many lines of the file remove a row
select count(*) from cleaned where remove is not null;
