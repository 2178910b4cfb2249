-- one row: for each rule, how many lines break it
select {counts} from {relation};
