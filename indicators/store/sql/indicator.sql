-- one row, or none: the indicator asked for
select
    indicator.* exclude (indicator_code),
    indicator.indicator_code as code
from indicator_at($as_at) as indicator
where indicator.indicator_code = $code;
