-- one row a different text of a column that is no plain number
select distinct {label} as column_name, {column} as text
from staged
where not regexp_full_match({column}, {plain})
