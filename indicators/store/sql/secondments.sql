-- one row per post that one partner lends to another
select
    secondment_code as code,
    role,
    home_organisation as home,
    home_sector,
    host_organisation as host,
    host_sector,
    began_on,
    ends_on,
    fte,
    cost_bearer,
    purpose,
    learning_note,
    returned_home
from secondment_at($as_at)
order by began_on, secondment_code;
