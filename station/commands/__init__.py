"""The operator's command line: one file per group of commands."""
