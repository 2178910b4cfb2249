-- the edition that a line takes a row away from
if(stored.edition_code is distinct from cleaned.edition_code, stored.edition_code, null)
