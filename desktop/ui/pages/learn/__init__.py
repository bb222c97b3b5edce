"""Cases, cards and drills."""
