"""Pieces of the settings page."""
