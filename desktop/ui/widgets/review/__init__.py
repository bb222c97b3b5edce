"""Parts of the review."""
