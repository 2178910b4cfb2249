-- one row per edition that is published at a moment: the entry of the ledger with which it was
with revision as (
    select edition_code, from_seq, to_seq, status in ('published', 'scrutinised', 'frozen') and not removed as is_published
    from prevention_edition_revision
    where from_seq <= $as_at
)
select
    edition_code as code,
    coalesce(max(to_seq) filter (where not is_published), min(from_seq)) as seq
from revision
group by edition_code
having bool_or(is_published and coalesce(to_seq, 2147483647) > $as_at);
