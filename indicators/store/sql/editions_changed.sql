-- one row per published edition of which an entry changes the row itself, or rows of what it rests on
select edition_code
from prevention_edition_at($seq - 1)
where
    list_contains($statuses, status)
    and edition_code in (select changed.edition_code from changed_by($revision, $seq) as changed)
order by edition_code;
