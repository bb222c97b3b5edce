"""The police side: reference implementation of the terminal API, and the duty desk."""
