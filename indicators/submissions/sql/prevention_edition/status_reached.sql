-- one row a line that takes an edition to another status: whether that publishes it
create or replace temp table status_reached as
select
    cleaned.file_line, cleaned.edition_code, cleaned.scheme_code, cleaned.status,
    cleaned.status in ({published}) and coalesce(stored.status not in ({published}), true) as publishes
from cleaned
left join {stored} as stored on {same_key}
where cleaned.remove is null and cleaned.status is distinct from stored.status;
