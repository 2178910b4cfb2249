-- one row per thing that happened to rows of a dataset between two sequences: to how many
with before as (
    select {columns}
    from {revision}
    where from_seq <= $since and to_seq > $since and to_seq <= $at and not removed
),
after as (
    select {columns}
    from {revision}
    where from_seq > $since and from_seq <= $at and coalesce(to_seq, 2147483647) > $at and not removed
),
change as (
    select
        case
            when before.{first_key} is null then 'added'
            when after.{first_key} is null then 'removed'
            when {any_differs} then 'revised'
            else 'confirmed'
        end as happened
    from before
    full join after on {same_key}
)

select happened, count(*) as row_count
from change
group by happened;
