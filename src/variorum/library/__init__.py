"""The Python library's face: a story opened for reading.

>>> import variorum
>>> story = variorum.open("story.variorum")
>>> story.articles[0].outlet
"""

from variorum.library.holdings import Quoted
from variorum.library.kinship import Witness
from variorum.library.opening import open_story
from variorum.library.story import Story

__all__ = ["Quoted", "Story", "Witness", "open_story"]
