-- a new value is about a hundred or a thousand times its stored series, or a hundredth or thousandth of it
slip is not null and value is distinct from old_value
