-- one row per new entry of the ledger, as long as nothing withdraws it
insert into entry
select
    unnest($seq), unnest($id), unnest($hash), unnest($kind), unnest($dataset), unnest($recorded_at),
    unnest($submitted_by), unnest($note), unnest($file_name), unnest($row_count), unnest($counts),
    unnest($withdraws), unnest($redacts), null, true;
