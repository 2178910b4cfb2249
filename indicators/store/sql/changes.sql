-- one row per key of a dataset whose row was touched between two sequences: what stood there, and what stands there after
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
        {keys},
        {pairs}
        case
            when before.{first_key} is null then 'added'
            when after.{first_key} is null then 'removed'
            when {any_differs} then 'revised'
            else 'confirmed'
        end as happened
    from before
    full join after on {same_key}
)

select *
from change
where happened <> 'confirmed'
order by array_position(['revised', 'removed', 'added'], happened), {key}
limit $most offset $passed;
