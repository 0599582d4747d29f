"""Measures speed and memory, peers beside us in the same run. Nothing here asserts a time."""
