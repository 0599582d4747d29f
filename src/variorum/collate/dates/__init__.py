"""Inferred publication dates."""
