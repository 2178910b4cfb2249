-- one row a row that rows of other datasets may name: the name that they may use, and its name in words
select {column}, {title} from {stored} where {column} is not null order by {column};
