"""Entities of articles → entities of the record: who is the same in all of them."""
