-- a percentage is below 0 or above 100
measure_kind = 'percentage' and (value < 0 or value > 100)
