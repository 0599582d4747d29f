"""Variorum: a heap of news reports in, one sourced record out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.library import Story
    from variorum.library import open_story as open

__version__ = "0.1.0"

__all__ = ["Story", "__version__", "open"]


def __getattr__(name: str) -> Any:
    """The library's face, loaded when it is asked for: a command that opens no story waits less."""
    if name in ("Story", "open"):
        return getattr(import_module("variorum.library"), "open_story" if name == "open" else name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
