"""Statements: quotations of one utterance."""
