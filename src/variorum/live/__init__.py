"""Feeds and pages that are watched: the one room that fetches anything."""
