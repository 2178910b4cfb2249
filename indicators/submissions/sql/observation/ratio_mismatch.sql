-- a percentage is not what its numerator and denominator make, to the decimals with which it is written
abs(value - 100 * share) > tolerance and len(other_multipliers) = 0
