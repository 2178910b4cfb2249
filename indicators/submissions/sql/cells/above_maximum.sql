-- a number is above the most that is declared
try_cast({column} as double) > {maximum}
