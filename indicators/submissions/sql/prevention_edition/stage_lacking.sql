-- one row a stage of assurance that an edition of `status_reached` has not passed for everybody whose return it counts: for whom not
create or replace temp table stage_lacking as
with concerned as (
    select
        reached.*,
        unnest(
            coalesce(
                (
                    select list(distinct partner.organisation order by partner.organisation)
                    from {returns} as partner
                    where partner.edition_code = reached.edition_code
                ),
                ['All organisations']
            )
        ) as partner
    from status_reached as reached
),
stage as (
    select unnest([{stages}]) as stage
)
select
    concerned.file_line, concerned.edition_code, concerned.status, concerned.publishes, stage.stage,
    list_position([{stages}], stage.stage) as place,
    list(concerned.partner order by concerned.partner) as partners
from concerned
cross join stage
where not exists (
    select 1
    from {opinions} as opinion
    where
        opinion.edition_code = concerned.edition_code
        and opinion.stage = stage.stage
        and opinion.organisation in (concerned.partner, 'All organisations')
)
group by all;
