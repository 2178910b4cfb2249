-- one row per seat on a board
select
    seat_code as code,
    partnership_code as board,
    seat as title,
    sector,
    nominating_body,
    established_on,
    abolished_on
from board_seat_at($as_at)
order by partnership_code, sector, seat_code;
