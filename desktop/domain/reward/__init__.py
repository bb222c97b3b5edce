"""Rewards as the station states them (DOMAIN 5.6)."""
