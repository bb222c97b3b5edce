"""HTTP: the terminal API, and the desk's routes beside it."""
