"""Hostile files where a photo is expected, at the counter and at the station."""
