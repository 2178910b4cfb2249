-- one row: how many dates stand for a period
select count(*) from period_end;
