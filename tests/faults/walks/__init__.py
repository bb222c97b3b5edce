"""Long random walks over everything that can happen to one shop and its station, and the walk back to exactly once."""
