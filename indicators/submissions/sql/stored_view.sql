-- one row a row in force of a dataset
create temp view {stored} as select {columns} from {revision} where to_seq is null and not removed;
