"""Reuse: passages that two articles share, aligned, with their edits."""
