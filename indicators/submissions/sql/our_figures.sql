-- one row a figure in force of one of the indicators
select {columns} from stored_observation where indicator_code in ({codes}) order by {key};
