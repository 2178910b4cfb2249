-- one row a kind of change: how many lines make it
with change as (
    select {kind} as kind_of_change
    from cleaned
    left join {stored} as stored on {same_key}
)

select kind_of_change, count(*) from change group by kind_of_change;
