-- one row per row of a small table of an older projection
insert into {table} select * from {source};
