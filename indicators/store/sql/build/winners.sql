-- one row per key of an entry whose activity changed and which some entry that counts still has: that row
create or replace temp table winner as
with touched as (select distinct {key} from {revision} where seq = $entry),
candidates as (
    select older.*
    from {revision} as older
    semi join touched as newer on {same_key}
    where older.seq in (select unnest($active))
)
select *
from candidates
qualify row_number() over (partition by {key} order by seq desc, from_seq desc) = 1;
