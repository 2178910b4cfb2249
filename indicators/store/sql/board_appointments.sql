-- one row per time for which somebody held a seat on a board
select seat_code, holder_role, appointed_on, term_ends_on, left_on, meetings_held, meetings_attended
from board_appointment_at($as_at)
order by seat_code, appointed_on;
