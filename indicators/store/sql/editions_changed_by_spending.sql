-- one row per published edition that counts lines of spending which an entry changes, of a year of which no edition is open
with edition as (
    select edition_code, period, list_contains($statuses, status) as is_published
    from prevention_edition_at($seq - 1)
)
select distinct edition.edition_code
from edition
inner join partner_return_at($seq - 1) as partner on partner.edition_code = edition.edition_code
inner join changed_by($revision, $seq) as changed
    on changed.period = edition.period
    and changed.organisation = partner.organisation
    and changed.measure = partner.measure
    and changed.parent = partner.parent
where
    edition.is_published
    and not exists (select 1 from edition as open where open.period = edition.period and not open.is_published)
order by edition.edition_code;
