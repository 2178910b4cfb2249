-- a figure does not lie between its confidence limits
lower_limit > value or upper_limit < value or lower_limit > upper_limit
