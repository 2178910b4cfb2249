-- a level or a period is promised without the words of the promise
remove is null and promise is null and (promised_value is not null or promised_period is not null)
