-- one row per version of one commentary, the newest first, with the entry that made it
select
    commentary.state,
    commentary.story,
    commentary.removed,
    entry.id as entry_id,
    entry.recorded_at,
    entry.submitted_by as "by",
    entry.note
from commentary_revision as commentary
inner join entry on commentary.from_seq = entry.seq
where
    commentary.indicator_code = $code
    and commentary.area_code = $area
    and commentary.period = $period
    and commentary.from_seq <= $as_at
order by commentary.from_seq desc;
