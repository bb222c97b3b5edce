"""The database behind the Store port: one group-commit writer, many snapshot readers."""
