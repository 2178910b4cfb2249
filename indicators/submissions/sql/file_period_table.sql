-- one row a different period of the file that could be read: its days and its length
create or replace table file_period (
    period varchar not null, first_day date not null, last_day date not null, length varchar not null
);
