"""The shop, its members and their signing in."""
