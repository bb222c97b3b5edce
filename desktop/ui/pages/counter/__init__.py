"""The counter, and the calculator that hides it."""
