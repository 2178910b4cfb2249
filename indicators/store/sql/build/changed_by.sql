-- one row per row of a dataset that an entry brings or ends, and does not just end and bring again; `asked_revision` is the table of its revisions
create macro changed_by(asked_revision, asked_entry) as table
with begun as (
    select * exclude (seq, from_seq, to_seq, removed)
    from query_table(asked_revision)
    where from_seq = asked_entry and not removed
),
ended as (
    select * exclude (seq, from_seq, to_seq, removed)
    from query_table(asked_revision)
    where to_seq = asked_entry and not removed
)
(select * from begun except select * from ended)
union all
(select * from ended except select * from begun);
