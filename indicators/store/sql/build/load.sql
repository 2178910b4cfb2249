-- one row per row of an entry's rows.csv, typed, in the declared sort
insert into {revision}
select {typed}, $seq, $seq, null, {removed}
from {source}
order by {sort};
