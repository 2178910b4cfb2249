-- a claim is graded I3 or more without the spending body's record of its decision, or without its day
remove is null and influence_grade in ({demonstrated}) and (decision_ref is null or decided_on is null)
