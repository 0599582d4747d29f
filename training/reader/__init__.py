"""Trains the reader's encoder: prepare, train, evaluate, export."""
