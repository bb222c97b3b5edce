"""Every page in every state, brought about on a real profile: for pictures, contrast, names, cuts and screenshots."""
