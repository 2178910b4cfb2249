-- one row a text of a column that is not kept as it stands
create or replace table meanings (
    column_name varchar not null,
    text varchar not null,
    clean varchar,
    rule varchar,
    severity varchar not null,
    figures varchar not null,
    suppressed boolean not null
);
