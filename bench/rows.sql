-- what the peers read: one row an indicator of the basket, and one row a point of its values or of its target
create table basket (
    position integer,
    code varchar,
    title varchar,
    theme varchar,
    unit varchar,
    value varchar,
    period varchar,
    target varchar,
    change varchar,
    ended varchar
);

create table point (code varchar, line varchar, day date, level double);
