-- one row: something wrong with an undamaged entry
insert into problem values ($entry, $file, $code, $figures);
