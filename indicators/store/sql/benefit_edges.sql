-- one row per arrow of the benefits map, in the order in which they are kept
select "start", start_kind, "end", end_kind
from benefit_edge_at($as_at)
order by "start", "end";
