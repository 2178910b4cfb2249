-- one row a finding, of every check the first ones of each column, with how many there are in all
with finding as (
    {checks}
),

numbered as (
    select
        file_line,
        column_name,
        value,
        rule,
        severity,
        figures,
        row_number() over (partition by rule, column_name order by file_line) as place,
        count(*) over (partition by rule, column_name) as times
    from finding
)

select file_line, column_name, value, rule, severity, figures, times
from numbered
where place <= {most}
order by file_line nulls first, column_name, rule;
