-- a claim is graded I4, is no decision on a pool, and nobody but the finance officer says what a check found
remove is null
and influence_grade = 'I4'
and mechanism is distinct from 'pooled_decision'
and (reviewer is null or review_note is null or lower(reviewer) = lower(confirmed_by))
