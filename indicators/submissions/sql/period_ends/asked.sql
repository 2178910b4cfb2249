-- one row an indicator and a date of the file that stands alone where its figures cover months or years, with the days on
-- which its recorded years begin; a date that is written with its length, 2019-03-31/P1D, is that one day
with dated as (
    select distinct staged.indicator_code, staged.period as text, left(meanings.clean, 10) as day
    from staged
    inner join meanings on meanings.column_name = 'period' and meanings.text = staged.period
    where ends_with(meanings.clean, '/P1D') and not regexp_matches(meanings.text, '/\s*[pP]')
),

recorded as (
    select indicator_code, list(distinct substr(period, 6, 5)) as year_begins
    from stored_observation
    where ends_with(period, '/P1Y')
    group by indicator_code
)

select dated.indicator_code, dated.text, dated.day, indicator.period_length, recorded.year_begins
from dated
inner join stored_indicator as indicator on indicator.indicator_code = dated.indicator_code
left join recorded on recorded.indicator_code = dated.indicator_code
where not ends_with(indicator.period_length, 'D');
