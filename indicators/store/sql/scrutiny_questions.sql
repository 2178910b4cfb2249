-- one row per question of scrutiny, by meeting and position
select
    question.* exclude (question_code),
    question.question_code as code
from scrutiny_question_at($as_at) as question
order by question.meeting_on, question.position, question.question_code;
