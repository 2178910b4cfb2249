-- one row per interval in force that ends because another row, or none, now has its key
with touched as (select distinct {key} from {revision} where seq = $entry)
update {revision} as older
set to_seq = $seq
from touched as newer
where older.to_seq is null
    and {same_key}
    and not exists (select 1 from winner where winner.seq = older.seq and {winner_has_key});
