"""What leaves the program as a table."""
