"""The member's own rewards."""
