"""Parts of the checklist."""
