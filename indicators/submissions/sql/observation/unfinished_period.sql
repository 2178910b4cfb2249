-- the period is not over, and yet the figure is given as firm
first_day <= {today} and last_day > {today} and status not in ('provisional', 'estimated')
