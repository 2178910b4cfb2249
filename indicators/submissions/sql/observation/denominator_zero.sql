-- a percentage or rate is of nobody: its denominator is 0, and yet there is something of it
measure_kind in ('percentage', 'rate')
and denominator = 0
and numerator is not null
and (numerator <> 0 or value is not null)
