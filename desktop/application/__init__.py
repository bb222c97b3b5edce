"""Use cases of the counter app, one per file; no Qt, SQL, HTTP or keyring here."""
