-- a level or a period is promised without the figure that it is held against
remove is null
and promise is not null
and (promised_value is not null or promised_period is not null)
and (indicator_code is null or area_code is null or figure_period is null or figure_value is null)
