-- one row per thing that the replay found wrong with an undamaged entry
select entry, file, code, figures from problem order by entry, code;
