-- one row per row of a dataset that was in force at a sequence, in no order
select *
from query_table($revision)
where from_seq <= $as_at and coalesce(to_seq, 2147483647) > $as_at and not removed;
