"""Bytes → Article: the only place where text is made."""
