"""The record for other programs."""
