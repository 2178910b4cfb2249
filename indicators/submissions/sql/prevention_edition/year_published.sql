-- one row a line that opens another edition of a published year without saying that it restates the published one
with latest as (
    select period, max_by(edition_code, published_on) as edition_code
    from {stored}
    where status in ({published})
    group by period
)
select
    cleaned.file_line,
    'restates' as column_name,
    cast(null as varchar) as value,
    'year_published' as rule,
    'error' as severity,
    json_object('edition', latest.edition_code) as figures
from cleaned
inner join latest using (period)
where
    cleaned.remove is null
    and cleaned.restates is null
    and not exists (
        select 1
        from {stored} as known
        where known.edition_code = cleaned.edition_code and known.status in ({published})
    )
