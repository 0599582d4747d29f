"""Measures Variorum against texts that people labelled; holds the floors that CI keeps."""
