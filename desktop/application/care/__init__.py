"""Looking after the profile: network, retention, backups, diagnostics."""
