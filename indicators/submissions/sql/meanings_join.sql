-- one row a line: the meaning of its text in one column, if it has one
left join meanings as {alias} on {alias}.column_name = {label} and {alias}.text = staged.{column}
