-- a number is below the least that is declared
try_cast({column} as double) < {minimum}
