"""Carrying letters to the station and news back."""
