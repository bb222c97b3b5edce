"""Lessons, drills and the training record."""
