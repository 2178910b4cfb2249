-- one row an indicator: its code, its name in the source, the length of its periods and its source
select indicator_code, source_title, period_length, source_key from stored_indicator order by indicator_code;
