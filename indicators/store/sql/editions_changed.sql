-- one row per published edition of which an entry changes the row itself, or rows of what it rests on
with was as (
    select * exclude (seq, from_seq, to_seq, removed)
    from query_table($revision)
    where to_seq = $seq and not removed
),
now_is as (
    select * exclude (seq, from_seq, to_seq, removed)
    from query_table($revision)
    where from_seq = $seq and not removed
),
changed as (
    (select * from was except select * from now_is)
    union all
    (select * from now_is except select * from was)
)
select edition_code
from prevention_edition_at($seq - 1)
where list_contains($statuses, status) and edition_code in (select changed.edition_code from changed)
order by edition_code;
