-- one row: how many lines were staged
select count(*) from staged;
