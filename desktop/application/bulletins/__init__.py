"""Notices of the police to the alliance: reading them, and telling the police that they were read."""
