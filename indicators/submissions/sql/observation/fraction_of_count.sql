-- a count is no whole number, and is neither an estimate nor an average
measure_kind = 'count' and value <> floor(value) and status not in ('estimated', 'baseline average')
