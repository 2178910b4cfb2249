-- a rating is judged without saying what the judgement rests on
remove is null and judged_rating is not null and judged_reason is null
