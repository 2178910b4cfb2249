-- the period has another length than the indicator's
length <> usual_length
