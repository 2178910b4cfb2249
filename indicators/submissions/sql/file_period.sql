-- one row a different period of the file
select distinct period from cleaned where period is not null and remove is null;
