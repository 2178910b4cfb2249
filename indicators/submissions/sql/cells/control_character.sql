-- a text holds a character that no document can show
regexp_matches({column}, '[\x01-\x08\x0b\x0c\x0e-\x1f]')
