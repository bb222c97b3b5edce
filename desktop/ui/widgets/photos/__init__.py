"""Parts that show photos."""
