"""The machine: clocks, random identifiers and where profiles live."""
