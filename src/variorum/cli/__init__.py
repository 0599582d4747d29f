"""The command line: one command a file."""

from variorum.cli.app import main

__all__ = ["main"]
