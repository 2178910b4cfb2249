-- one row per interval that a submission ends: those in force with a key that it brings
update {revision} as older
set to_seq = $seq
from {revision} as newer
where newer.seq = $seq and older.to_seq is null and older.seq <> $seq and {same_key};
