-- one row per row that an entry has just brought
delete from {revision} where from_seq = $seq;
