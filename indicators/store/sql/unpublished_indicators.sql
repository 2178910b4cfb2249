-- one row per indicator of which some observation in force was neither read on the web nor comes from a source with terms of reuse
select distinct indicator_code as code
from observation_at($as_at) as observation
left join source_at($as_at) as source using (source_key)
where
    coalesce(source.licence, '') = ''
    and not (observation.source like 'http://%' or observation.source like 'https://%')
order by code;
