-- one row: how many intervals a dataset has
select count(*) from {revision};
