-- one row per entry that was withdrawn: for the moment it counts again
update entry set withdrawn_by = null, active = true where not active;
