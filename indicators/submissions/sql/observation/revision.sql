-- a figure replaces another one in force
old_value is not null and old_value is distinct from value and (value is not null or written is null)
