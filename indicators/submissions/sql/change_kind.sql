-- what a line of the file would do to the row in force with its key
case
    when cleaned.remove is null and stored.{first_key} is null then 'added'
    when stored.{first_key} is null then 'nothing'
    when cleaned.remove is not null then 'removed'
    when {any_differs} then 'revised'
    else 'unchanged'
end
