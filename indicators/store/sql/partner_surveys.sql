-- one row per round of the partner survey, the latest first
select survey_code as code, title, closed_on, asked, note
from partner_survey_at($as_at)
order by closed_on desc, survey_code desc;
