"""Parts of the bulletins page."""
