-- a claim is graded I3 or more, and no finance officer of the spending body confirmed its figure
remove is null and influence_grade in ({demonstrated}) and confirmed_by is null
