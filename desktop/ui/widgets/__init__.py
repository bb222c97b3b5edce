"""Reusable pieces of the look; they know no use case."""
