"""The cameras of this PC."""
