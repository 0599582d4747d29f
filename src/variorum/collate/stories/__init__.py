"""Articles → stories: which of them are about one development."""
