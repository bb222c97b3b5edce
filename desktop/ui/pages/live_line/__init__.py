"""The line after sending."""
