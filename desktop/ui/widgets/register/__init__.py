"""Parts of the register."""
