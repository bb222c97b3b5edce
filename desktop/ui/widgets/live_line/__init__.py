"""Parts of the live line."""
