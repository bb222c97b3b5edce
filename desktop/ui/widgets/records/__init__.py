"""Parts of the records."""
