-- one row a stored row whose key the file names again
delete from {stored} where ({key}) in (select ({key}) from cleaned);
