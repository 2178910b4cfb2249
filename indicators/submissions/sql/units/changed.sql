-- one row a line that changes what the figures of an indicator mean while there are some
create or replace temp view {view} as
with recorded as (
    select indicator_code, count(*) as figures from stored_observation group by indicator_code
)

select cleaned.file_line, cleaned.{column} as now, stored.{column} as was, recorded.figures
from cleaned
inner join stored_indicator as stored using (indicator_code)
inner join recorded using (indicator_code)
where cleaned.remove is null;
