"""A draft from its first answer to its end."""
