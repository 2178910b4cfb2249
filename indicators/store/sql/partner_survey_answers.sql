-- one row per round, statement and sector: how many people gave each of the five answers
select
    survey_code,
    objective,
    sector,
    strongly_disagree,
    disagree,
    neither,
    agree,
    strongly_agree
from partner_survey_answer_at($as_at)
order by survey_code, objective, sector;
