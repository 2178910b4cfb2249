-- one row per interval of sequences in which a submitted row was the effective one of its key
create table {revision} (
    {definitions},
    seq integer not null,
    from_seq integer not null,
    to_seq integer,
    removed boolean not null
);

create macro {at}(as_at) as table
select {names}, seq
from {revision}
where from_seq <= as_at and coalesce(to_seq, 2147483647) > as_at and not removed;

insert into clustered values ({dataset}, 0);
