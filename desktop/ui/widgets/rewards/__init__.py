"""Parts of the rewards."""
