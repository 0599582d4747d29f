"""Tests of variorum.store."""
