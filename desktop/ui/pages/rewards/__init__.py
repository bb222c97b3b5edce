"""The member's rewards."""
