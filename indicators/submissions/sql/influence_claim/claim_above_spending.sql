-- one row a claim of more than what its organisation spent in its edition; of one that has no return there, than what all spent
with spent as (
    select
        edition.edition_code,
        partner.organisation,
        cast(sum(cast(line.amount as decimal(20, 5))) as decimal(38, 5)) as amount
    from {editions} as edition
    inner join {returns} as partner on partner.edition_code = edition.edition_code
    inner join {spending} as line
        on line.period = edition.period
        and line.organisation = partner.organisation
        and line.measure = partner.measure
        and line.parent = partner.parent
    where line.role = 'own' and line.level in ('service', 'line')
    group by edition.edition_code, partner.organisation
),
beside as (
    select
        cleaned.file_line,
        cleaned.gross as claimed,
        own.organisation,
        coalesce(
            own.amount, (select sum(spent.amount) from spent where spent.edition_code = cleaned.edition_code)
        ) as amount
    from cleaned
    left join spent as own on own.edition_code = cleaned.edition_code and own.organisation = cleaned.organisation
    where cleaned.remove is null
)
select
    file_line,
    'gross' as column_name,
    cast(claimed as varchar) as value,
    'claim_above_spending' as rule,
    'warning' as severity,
    json_object('spent', cast(amount as double), 'organisation', organisation) as figures
from beside
where try_cast(claimed as decimal(20, 5)) > amount
