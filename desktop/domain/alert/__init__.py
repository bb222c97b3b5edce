"""The checklist draft, the alert made of it, its fields and what makes them acceptable."""
