-- one row a planned amount on the wrong side of nought for the kind of its benefit
select
    cleaned.file_line,
    {label} as column_name,
    cast(cleaned.planned as varchar) as value,
    'planned_on_wrong_side' as rule,
    'error' as severity,
    json_object('kind', benefit.kind) as figures
from cleaned
inner join {benefits} as benefit using (benefit_code)
where
    cleaned.remove is null
    and case benefit.kind
        when 'benefit' then try_cast(cleaned.planned as decimal(20, 5)) < 0
        else try_cast(cleaned.planned as decimal(20, 5)) > 0
    end
