"""Which checklists count now."""
