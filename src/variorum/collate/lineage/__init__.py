"""Lineage: families, dispatches and their states, directions."""
