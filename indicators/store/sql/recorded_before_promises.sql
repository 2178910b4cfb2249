-- one row per promise about a figure and period of its series of which a value had been recorded before the promise was
with promise as (
    -- as it stands now; what it is held against may have been changed since, and is promised anew by that
    select question.question_code, question.indicator_code, question.area_code, min(revision.from_seq) as promised_seq
    from scrutiny_question_at($as_at) as question
    inner join scrutiny_question_revision as revision
        on question.question_code = revision.question_code
        and question.indicator_code = revision.indicator_code
        and question.area_code = revision.area_code
        and question.figure_period = revision.figure_period
        and question.promised_value is not distinct from revision.promised_value
        and question.promised_period is not distinct from revision.promised_period
    where question.promise is not null and revision.promise is not null and not revision.removed
    group by question.question_code, question.indicator_code, question.area_code
)
select distinct promise.question_code as code, observation.period
from promise
inner join observation_revision as observation using (indicator_code, area_code)
where observation.from_seq < promise.promised_seq and observation.value is not null and not observation.removed
order by code, period;
