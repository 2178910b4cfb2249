-- one row a line that publishes an edition which counts lines that only our own suggestion codes
with tag as (
    select
        reached.file_line, reached.status,
        tag.organisation, tag.measure, tag.parent, tag.line,
        bool_and(tag.role = 'suggested') as is_ours
    from status_reached as reached
    inner join {tags} as tag
        on tag.edition_code = reached.edition_code
        and tag.scheme_code = reached.scheme_code
        and tag.role <> 'second'
    semi join {returns} as partner
        on partner.edition_code = reached.edition_code
        and partner.measure = tag.measure
        and partner.parent = tag.parent
        and tag.organisation in (partner.organisation, 'All organisations')
    where reached.publishes
    group by all
)
select
    file_line,
    'status' as column_name,
    status as value,
    'published_ours' as rule,
    'warning' as severity,
    json_object('ours', count_if(is_ours), 'lines', count(*)) as figures
from tag
group by file_line, status
having bool_or(is_ours)
