-- the period has not begun
first_day > {today}
