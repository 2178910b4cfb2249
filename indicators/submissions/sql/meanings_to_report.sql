-- one row a column with texts that are refused or remarked on, or that mark a withheld number
select column_name, bool_or(rule is not null) as has_rule, bool_or(suppressed) as has_mark
from meanings
group by column_name
having has_rule or has_mark
order by column_name;
