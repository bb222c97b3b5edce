"""An alert from review to its amendments."""
