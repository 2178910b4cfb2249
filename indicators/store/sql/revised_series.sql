-- one row per indicator of which a figure or an agreed level for one area was replaced by another by a sequence
with replaced_figure as (
    select indicator_code
    from observation_revision
    where area_code = $area and from_seq <= $as_at and not removed
    group by indicator_code, period
    having count(distinct value) > 1
),
replaced_level as (
    select indicator_code
    from target_revision
    where area_code = $area and from_seq <= $as_at and not removed and indicator_code is not null
    group by indicator_code, target_code
    having count(distinct (target_value, baseline_value, due_on)) > 1
)
select indicator_code as code from replaced_figure
union
select indicator_code as code from replaced_level
order by code;
