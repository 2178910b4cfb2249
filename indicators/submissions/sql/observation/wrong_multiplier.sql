-- a percentage is numerator over denominator times something else than a hundred
abs(value - 100 * share) > tolerance and len(other_multipliers) > 0
