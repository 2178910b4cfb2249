-- one row a kind of change: how many lines make it
select kind_of_change, count(*) from compared group by kind_of_change;
