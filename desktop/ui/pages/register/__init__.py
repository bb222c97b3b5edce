"""The sales register."""
