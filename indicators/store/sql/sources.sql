-- one row per source
select
    source.* exclude (source_key),
    source.source_key as key
from source_at($as_at) as source
order by source.source_key;
