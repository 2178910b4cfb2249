-- one row per estimate of the people of an area
select area_code, counted_on, population
from population_at($as_at)
order by area_code, counted_on;
