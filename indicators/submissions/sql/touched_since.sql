-- one row: how many rows with a key of the file were changed by entries later than a sequence
select count(*)
from {revision} as stored
inner join cleaned on {same_key}
where stored.from_seq > {seq} or stored.to_seq > {seq};
