-- one row: how many keys one entry has more than once (by their hash: a collision only costs time)
with keys as (select hash({key}) as key from {revision} where seq = $seq),
repeats as (select key from keys group by key having count(*) > 1)
select count(*) from repeats;
