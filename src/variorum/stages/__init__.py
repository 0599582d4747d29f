"""Stages of the pipeline that are large enough for a file of their own."""
