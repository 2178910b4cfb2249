-- the text of a commentary that has been submitted is changed while it is not a draft again
remove is null and was is not null and was <> 'draft' and state <> 'draft' and is_rewritten
