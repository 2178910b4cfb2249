-- one row a line: the period that ends on the date of the line, if that is how its date is read
left join period_end on period_end.indicator_code = staged.indicator_code and period_end.text = staged.period
