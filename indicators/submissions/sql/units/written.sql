-- one row a figure that is written with the sign of a unit, beside the unit of its indicator
create or replace temp view figure_unit as
select
    staged.file_line,
    staged.value as written,
    if(contains(staged.value, '%'), '%', '£') as sign,
    indicator.unit,
    indicator.measure_kind,
    coalesce(indicator.unit_short, '') as unit_short
from staged
inner join cleaned using (file_line)
inner join stored_indicator as indicator on indicator.indicator_code = cleaned.indicator_code
where cleaned.remove is null and (contains(staged.value, '%') or contains(staged.value, '£'));
