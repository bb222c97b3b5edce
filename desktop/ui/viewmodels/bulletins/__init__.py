"""Notices of the police: which are shown, and when one counts as read."""
