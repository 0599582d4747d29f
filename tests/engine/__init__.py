"""Tests of variorum.engine."""
