"""Whatever goes on paper or into a file."""
