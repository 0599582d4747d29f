"""The ways of English news to name times, each file one kind."""
