-- one row per indicator and, where the dataset names one, area: those of which an entry brings a row or ends one, and not just the same row again
select distinct columns('^(indicator_code|area_code)$')
from changed_by($revision, $entry)
order by all;
