-- one row: how many of a dataset's first rows stand in the declared sort
update clustered set row_count = $row_count where dataset = $dataset;
