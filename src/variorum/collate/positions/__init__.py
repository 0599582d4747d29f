"""Attitudes → positions: where an actor stands on an issue, since when, on what condition."""
