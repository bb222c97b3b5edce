"""Pieces of the parcel depot's screens."""
