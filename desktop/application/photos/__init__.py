"""The photos of an alert."""
