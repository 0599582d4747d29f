"""Variorum: a heap of news reports in, one sourced record out."""

from variorum.library import Story
from variorum.library import open_story as open

__version__ = "0.1.0"

__all__ = ["Story", "__version__", "open"]
