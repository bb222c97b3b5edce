"""The window: navigation only."""
