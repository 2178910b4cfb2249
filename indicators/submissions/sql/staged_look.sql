-- one row: how many records were staged, how many hold nothing, and how many cells have spaces at an end
select count(*), count(*) filter (where coalesce({columns}) is null), {spaced} from staged;
