-- a count is below 0
measure_kind = 'count' and value < 0
