-- one row per partnership that has a seat on its board: its name
select partnership_code as code, name
from partnership_at($as_at)
where partnership_code in (select partnership_code from board_seat_at($as_at))
order by name;
