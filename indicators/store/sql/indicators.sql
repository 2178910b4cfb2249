-- one row per indicator, by theme
select
    indicator.* exclude (indicator_code),
    indicator.indicator_code as code
from indicator_at($as_at) as indicator
left join theme_at($as_at) as theme using (theme_code)
order by theme.position, indicator.theme_code, indicator.indicator_code;
