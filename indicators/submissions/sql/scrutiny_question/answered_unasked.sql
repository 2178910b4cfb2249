-- an answer is recorded to a question that has not been asked
remove is null and answer is not null and asked_on is null
