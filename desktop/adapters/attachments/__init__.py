"""Photos on this PC: shrunk and stripped of what cameras write into them, then kept sealed beside the database."""
