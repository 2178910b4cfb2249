-- one row: what this projection was made from
delete from build;

insert into build values ($fingerprint, $seq, $hash, $left_out);
