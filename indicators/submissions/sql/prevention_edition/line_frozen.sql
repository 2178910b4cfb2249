-- one row a line of spending that would change a year which is published and of which no edition is open
with counted as (
    select edition.period, partner.organisation, partner.measure, partner.parent, max(edition.edition_code) as edition_code
    from {editions} as edition
    inner join {returns} as partner using (edition_code)
    where
        edition.status in ({published})
        and not exists (
            select 1 from {editions} as open where open.period = edition.period and open.status not in ({published})
        )
    group by edition.period, partner.organisation, partner.measure, partner.parent
)
select
    cleaned.file_line,
    'line' as column_name,
    cleaned.line as value,
    'line_frozen' as rule,
    'error' as severity,
    json_object('edition', counted.edition_code) as figures
from cleaned
inner join counted using (period, organisation, measure, parent)
left join {stored} as stored on {same_key}
where {kind} in ('added', 'revised', 'removed')
