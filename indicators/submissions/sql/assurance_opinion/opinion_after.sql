-- the opinions that there would be after the file, each with the place of its stage; those of the file with their line
create or replace temp table opinion_after as
with opinion as (
    select edition_code, stage, organisation, try_cast(given_on as date) as given_on, file_line
    from cleaned
    where remove is null
    union all
    select stored.edition_code, stored.stage, stored.organisation, stored.given_on, cast(null as bigint) as file_line
    from {stored} as stored
    anti join cleaned on {same_key}
)
select *, list_position([{stages}], stage) as place
from opinion;
