"""What screens show and do, without a widget among it."""
