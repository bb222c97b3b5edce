"""Drafts on their way to the disk."""
