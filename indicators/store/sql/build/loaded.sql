-- one row: how many rows an entry has just brought
select count(*) from {revision} where from_seq = $seq;
