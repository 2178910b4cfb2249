-- a percentage or rate has a numerator, and no denominator to try it with
measure_kind in ('percentage', 'rate') and numerator is not null and denominator is null
