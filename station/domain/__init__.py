"""Facts and rules of leads, rewards and alerts; plain Python, no framework and no database."""
