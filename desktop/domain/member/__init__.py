"""The shop, its members and how a clerk proves who is reporting."""
