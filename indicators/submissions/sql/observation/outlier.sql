-- a new value is more than six median absolute deviations from the median of its stored series, and not by a slip
-- of the decimal point
points >= 8
and mad > 0
and value is distinct from old_value
and abs(value - median) > 6 * mad
and slip is null
