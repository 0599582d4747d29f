"""Quotations → statements: what is one utterance, in whatever wording."""
