"""Names of authors, out of a list of names or out of a byline."""

import re
from typing import Final

_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ADDRESS: Final = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|@\w+")
_SEPARATOR: Final = re.compile(
    r"\s*(?:[,;|•·/—–]|\s-\s|\b(?:and|with|und|et|y|e|og|och|ve|i|dan|en)\b|&|\bin\b|\bon\b|\bat\b|\bfor\b)\s*"
)
_BY: Final = re.compile(
    r"^(?:.{0,40}?\b)?(?:by|von|par|por|di|door|av|af|od|oleh|yazan|kirjoittanut|autor|author|bởi|na)\b\s*:?\s+",
    re.IGNORECASE,
)
_PARTICLES: Final = (
    "von|van|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ben|ter|zu|af|av|y"
)
_NAME: Final = re.compile(
    rf"[^\W\d_][\w'’.-]*(?:\s+(?:(?:{_PARTICLES})\s+)*[^\W\d_a-z][\w'’.-]*){{1,3}}"
)
_ORGANISATION: Final = re.compile(
    r"\b(?:news\w*|press|agency|agencies|agence|staff|times|post|tribune|herald|desk|bureau|service|"
    r"network|tv|radio|magazine|journal|team|wire|media|online|report\w*|editor\w*|editorial|"
    r"correspondent|writer|columnist|contributor|chief|politics|opinion|board|today|daily|gazette|"
    r"photo\w*|video\w*|associated|newsroom|digital|international|posted|published|updated|"
    r"president|senior|fellow|author|analysis|special|exclusive|copyright|inc|ltd|llc)\b",
    re.IGNORECASE,
)
MAX_AUTHORS: Final = 12
"""No byline names more; a longer list is a staff box."""


def split_names(text: str) -> tuple[str, ...]:
    """The names in a list such as "A. Writer, B. Writer and C. Writer", in order, each once."""
    cleaned = _ADDRESS.sub(" ", _LINK.sub(r"\1", text))
    pieces = (" ".join(piece.split()) for piece in _SEPARATOR.split(_BY.sub("", cleaned, count=1)))
    names = dict.fromkeys(proper_case(piece) for piece in pieces if is_person(piece))
    return tuple(names)[:MAX_AUTHORS]


def is_person(text: str) -> bool:
    """Whether a text has the form of one person's name and no word of an organisation."""
    return bool(_NAME.fullmatch(text)) and not _ORGANISATION.search(text)


def proper_case(name: str) -> str:
    """A name printed in capitals as a person writes it: "JAMIE O'NEIL" is "Jamie O'Neil"."""
    if not name.isupper() or len(name) < 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
