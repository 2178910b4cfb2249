-- one row an opinion: for how many whom it concerns the stage before was given, of how many, and when last
create or replace temp table resting_on as
with concerned as (
    select
        opinion.edition_code, opinion.stage, opinion.organisation, opinion.place, opinion.given_on, opinion.file_line,
        unnest(
            if(
                opinion.organisation = 'All organisations',
                coalesce(
                    (
                        select list(distinct partner.organisation)
                        from {returns} as partner
                        where partner.edition_code = opinion.edition_code
                    ),
                    ['All organisations']
                ),
                [opinion.organisation]
            )
        ) as partner
    from opinion_after as opinion
    where opinion.place > 1
)
select
    concerned.edition_code, concerned.stage, concerned.organisation, concerned.place, concerned.given_on, concerned.file_line,
    count(distinct concerned.partner) as partners,
    count(distinct concerned.partner) filter (where earlier.stage is not null) as resting,
    max(earlier.given_on) as earlier_on
from concerned
left join opinion_after as earlier
    on earlier.edition_code = concerned.edition_code
    and earlier.place = concerned.place - 1
    and earlier.organisation in (concerned.partner, 'All organisations')
group by all;
