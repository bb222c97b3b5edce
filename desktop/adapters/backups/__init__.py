"""Backup files: sealed under a passphrase, readable from any part of their own words."""
