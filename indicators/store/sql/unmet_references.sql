-- one row per submission and text: rows of it in force at a sequence that name something which is not in force then
with referring as (
    select seq, cast(struct_extract(row_in_force, $column) as varchar) as named
    from query_table($referring) as row_in_force
    where from_seq <= $as_at and coalesce(to_seq, 2147483647) > $as_at and not removed
),
known as (
    select distinct cast(struct_extract(row_in_force, $known_column) as varchar) as named
    from query_table($known) as row_in_force
    where from_seq <= $as_at and coalesce(to_seq, 2147483647) > $as_at and not removed
)

select referring.seq, referring.named, count(*) as rows_that_name
from referring
anti join known on referring.named = known.named
where referring.named is not null
group by referring.seq, referring.named
order by referring.seq, referring.named;
