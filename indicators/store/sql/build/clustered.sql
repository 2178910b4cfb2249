-- one row: how many of a dataset's first rows stand in the declared sort
select row_count from clustered where dataset = $dataset;
