"""Tests of variorum.cli."""
