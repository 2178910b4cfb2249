-- one row per interval, copied from an older projection in the declared sort
insert into {revision} select * from {source} order by {sort}, from_seq;
