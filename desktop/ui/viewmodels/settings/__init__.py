"""What the sections of the settings know and do."""
