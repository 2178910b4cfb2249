-- one row: the newest entry that is recorded
select coalesce(max(seq), 0) from entry;
