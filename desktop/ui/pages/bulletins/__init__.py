"""Notices of the police to the alliance."""
