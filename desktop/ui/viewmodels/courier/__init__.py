"""What the screens of this topic show."""
