-- a text is not written in the declared pattern
not regexp_full_match({column}, {pattern})
