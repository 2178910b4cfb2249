-- one row per key of an entry's rows.csv, as text: where a key is repeated its last row
(
    with numbered as (select *, row_number() over () as line from {lines})
    select * exclude (line)
    from numbered
    qualify row_number() over (partition by {key} order by line desc) = 1
)
