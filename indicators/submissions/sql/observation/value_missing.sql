-- a value is empty and its status does not say why
written is null and status not in ('suppressed', 'not collected')
