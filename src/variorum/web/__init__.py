"""The record in a browser, and the same pages as JSON for other programs."""
