-- one row a line that restates an edition of another year, or itself
select
    cleaned.file_line,
    'restates' as column_name,
    cleaned.restates as value,
    'restates_other_year' as rule,
    'error' as severity,
    json_object('restates', cleaned.restates, 'period', edition.period) as figures
from cleaned
inner join {stored} as edition on edition.edition_code = cleaned.restates
where cleaned.remove is null and (edition.period <> cleaned.period or cleaned.restates = cleaned.edition_code)
