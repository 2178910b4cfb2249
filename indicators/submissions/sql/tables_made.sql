-- one row a table that was made for a file
select table_name from duckdb_tables() where database_name <> {projection} order by table_name;
