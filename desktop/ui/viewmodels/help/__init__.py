"""Help texts of the pages."""
