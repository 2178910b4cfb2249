-- one row a row in force of a dataset: none yet
create temp table {stored} ({definitions});
