"""The events that one article tells of: what names them, their status, participants and times."""

from variorum.read.events.finding import Told as Told
from variorum.read.events.finding import find_events as find_events
from variorum.read.events.people import Speech as Speech
