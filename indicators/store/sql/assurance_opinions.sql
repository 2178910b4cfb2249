-- one row per stage of assurance that an edition has passed, in order of time
select *
from assurance_opinion_at($as_at)
where edition_code = $edition
order by given_on, stage, organisation;
