-- a commentary does not go from the one state to the other
remove is null and state in ({states}) and state is distinct from was and (coalesce(was, '') || ' ' || state) not in ({moves})
