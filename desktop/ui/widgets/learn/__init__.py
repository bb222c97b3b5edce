"""Parts of the learning pages."""
