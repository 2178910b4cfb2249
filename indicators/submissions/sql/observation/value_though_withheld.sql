-- a value is given although its status says that there is none
written is not null and status in ('suppressed', 'not collected')
