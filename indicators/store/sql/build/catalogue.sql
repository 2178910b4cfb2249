-- the tables that every projection has, and how an ISO 8601 start and duration becomes two days
create table build (
    fingerprint varchar not null, seq integer not null, hash varchar not null, left_out varchar not null
);

-- one row per entry of the ledger
create table entry (
    seq integer not null,
    id varchar not null,
    hash varchar not null,
    kind varchar not null,
    dataset varchar not null,
    recorded_at timestamp not null,
    submitted_by varchar not null,
    note varchar not null,
    file_name varchar,
    row_count bigint,
    counts varchar not null,
    withdraws varchar,
    redacts varchar,
    withdrawn_by varchar,
    active boolean not null
);

-- one row per thing that the replay found wrong with an undamaged entry
create table problem (entry varchar not null, file varchar not null, code varchar not null, figures varchar not null);

-- one row per dataset: how many of its first rows stand in the declared sort
create table clustered (dataset varchar not null, row_count bigint not null);

-- the strict macros fail on a text that is no period, so that it is noticed; the others then give null
create macro period_start(code) as cast(split_part(code, '/', 1) as date);

create macro try_period_start(code) as try_cast(split_part(code, '/', 1) as date);

create macro period_count(code) as regexp_extract(code, '^[^/]+/P(\d{1,3})[YMD]$', 1);

create macro duration(units, unit) as
    case unit
        when 'D' then to_days(units)
        when 'M' then to_months(units)
        when 'Y' then to_years(units)
    end;

create macro period_end(code) as
    cast(
        period_start(code) + duration(cast(period_count(code) as integer), right(code, 1)) - interval 1 day as date
    );

create macro try_period_end(code) as
    cast(
        try_period_start(code) + duration(try_cast(period_count(code) as integer), right(code, 1)) - interval 1 day
        as date
    );
