-- one row a column that has texts which are not kept as they stand
select distinct column_name from meanings order by column_name;
