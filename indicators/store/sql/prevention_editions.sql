-- one row per edition of the prevention audit, the latest year first, a restatement before what it restates
select edition.* exclude (edition_code), edition.edition_code as code
from prevention_edition_at($as_at) as edition
order by edition.period desc, edition.restates is null, edition.edition_code desc;
