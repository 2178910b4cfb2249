-- a claim is graded I3 or more, and nobody wrote what would have happened without the partnership
remove is null and influence_grade in ({demonstrated}) and counterfactual is null
