-- one row per interval in which a row was the effective one of its key, for one indicator and area
select * from observation_revision
where area_code = $area and indicator_code = $code and from_seq <= $as_at
order by period_start, period, from_seq;
