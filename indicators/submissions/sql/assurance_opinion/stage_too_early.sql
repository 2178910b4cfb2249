-- one row a line whose opinion is older than the one that it rests on
select
    file_line,
    'given_on' as column_name,
    cast(given_on as varchar) as value,
    'stage_too_early' as rule,
    'error' as severity,
    json_object('needs', [{stages}][place - 1], 'on', earlier_on) as figures
from resting_on
where file_line is not null and resting = partners and given_on < earlier_on
