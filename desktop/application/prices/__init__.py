"""The daily gold price."""
