"""The headless way in: the same use cases as the window, for shop systems and scripts."""
