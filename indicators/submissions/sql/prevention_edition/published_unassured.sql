-- one row a line that publishes an edition before every stage of assurance that goes before publication was passed
select
    file_line,
    'status' as column_name,
    status as value,
    'published_unassured' as rule,
    'warning' as severity,
    json_object('stages', list(stage order by place)) as figures
from stage_lacking
where publishes and stage <> {afterwards}
group by file_line, status
