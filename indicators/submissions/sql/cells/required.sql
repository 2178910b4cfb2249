-- a column that must be filled is empty; of a row to be removed only its key must be there
{column} is null and (remove is null or {is_key})
