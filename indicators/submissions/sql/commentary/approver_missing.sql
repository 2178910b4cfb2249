-- a commentary is approved by nobody
remove is null and state in ('approved', 'published') and approved_by is null
