"""What stands before the counter."""
