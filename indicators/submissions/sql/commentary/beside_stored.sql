-- one row a line of the file: the commentary that it brings, beside the one in force
create or replace temp table commentary_line as
select
    cleaned.file_line,
    cleaned.remove,
    cleaned.state,
    cleaned.judged_rating,
    cleaned.judged_reason,
    cleaned.approved_by,
    stored.state as was,
    (cleaned.story, cleaned.action, cleaned.judged_rating, cleaned.judged_reason, cleaned.written_by)
        is distinct from
        (stored.story, stored.action, stored.judged_rating, stored.judged_reason, stored.written_by) as is_rewritten
from cleaned
left join {stored} as stored on {same_key};
