-- one row a different text of a column
select distinct {label} as column_name, {column} as text from staged where {column} is not null
