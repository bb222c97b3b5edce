"""Tables as files for other programs."""
