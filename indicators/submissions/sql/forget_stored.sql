-- one row a stored row whose key the file names again
delete from {stored} where ({key_as_text}) in (select ({key}) from cleaned);
