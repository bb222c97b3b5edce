"""What every screen runs on: look, language, background work, navigation, the words for errors."""
