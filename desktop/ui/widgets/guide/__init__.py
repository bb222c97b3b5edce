"""Pieces of the first-run guide."""
