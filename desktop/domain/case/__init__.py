"""What the police say about an alert: states, instructions, bulletins; the station is the authority."""
