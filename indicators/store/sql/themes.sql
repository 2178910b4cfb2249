-- one row per theme, in its declared order
select
    theme.* exclude (theme_code),
    theme.theme_code as code
from theme_at($as_at) as theme
order by theme.position, theme.theme_code;
