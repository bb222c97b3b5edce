"""The card a customer may read."""
