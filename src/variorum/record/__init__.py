"""The nouns: frozen values that all rooms share."""
