"""What a clerk's alert is and how it travels, in plain Python."""
