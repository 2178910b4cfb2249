-- no row: a table that was made for a file goes with all its rows
drop table {table};
