-- one row per interval that begins because its row now has its key again
insert into {revision}
select newer.* replace ($seq as from_seq, null as to_seq)
from winner as newer
where not exists (select 1 from {revision} as older where older.to_seq is null and {same_key})
order by {sort};
