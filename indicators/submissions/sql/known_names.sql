-- one row a name that rows of other datasets may use
select distinct {column} from {stored} where {column} is not null order by {column};
