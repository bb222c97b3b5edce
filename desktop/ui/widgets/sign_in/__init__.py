"""Parts of the sign-in."""
