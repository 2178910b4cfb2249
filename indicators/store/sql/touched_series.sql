-- one row per indicator and, where the dataset names one, area: those of which an entry brings a row or ends one, and not just the same row again
with begun as (
    select * exclude (seq, from_seq, to_seq, removed)
    from query_table($revision)
    where from_seq = $entry and not removed
),
ended as (
    select * exclude (seq, from_seq, to_seq, removed)
    from query_table($revision)
    where to_seq = $entry and not removed
),
changed as (
    (select * from begun except select * from ended)
    union all
    (select * from ended except select * from begun)
)

select distinct columns('^(indicator_code|area_code)$')
from changed
order by all;
