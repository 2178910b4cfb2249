-- one row per report to full council in force, the latest meeting first
select
    report_code as code,
    title,
    council_on,
    theme,
    cabinet_role,
    questions_asked,
    follow_up,
    source
from council_report_at($as_at)
order by council_on desc, theme, code;
