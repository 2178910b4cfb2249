-- one row: how many rows that the file names again have something in each column that the file leaves out
select {counts}
from cleaned
inner join {stored} as stored on {same_key}
where cleaned.remove is null;
