-- one row an indicator and a date of the file that stands alone where its figures cover months or years: the period that
-- ends on that day, null where none does
create or replace table period_end (
    indicator_code varchar not null,
    text varchar not null,
    day varchar not null,
    usual_length varchar not null,
    clean varchar
);
