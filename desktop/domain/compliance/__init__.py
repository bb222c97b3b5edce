"""The shop's own sales register and the duty that large cash brings; nothing here ever reaches the station."""
