-- one row per entry of the ledger, newest first
select * exclude (active) from entry order by seq desc;
