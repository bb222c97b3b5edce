"""The shop's own sales register."""
