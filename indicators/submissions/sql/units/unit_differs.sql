-- the sign is not that of the indicator's unit
sign <> unit_short and measure_kind <> if(sign = '%', 'percentage', 'money')
