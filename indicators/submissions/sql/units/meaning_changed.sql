-- the figures that are recorded were given in another unit, of another kind or over another length of time
now is distinct from was
