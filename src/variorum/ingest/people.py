"""Names of authors, out of a list of names or out of a byline."""

import re
from typing import Final

_LINK: Final = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()]{0,2000}\)")
_ADDRESS: Final = re.compile(r"(?<!\S)\S{1,200}@\S*\w|https?://\S+|www\.\S+|@\w+")
_SEPARATOR: Final = re.compile(
    r"[,;|•·/—–&]|\s-\s|"
    r"(?<!\S)(?:and|AND|with|WITH|und|UND|et|ET|y|e|og|och|ve|i|dan|en)(?!\S)"
)
_PLACE: Final = re.compile(r"\s(?:in|IN|on|ON|at|AT|[Ff]or|FOR)\s.*")
_CAPITALISED: Final = r"[^\W\d_a-z][\w'’.-]*"
_BY: Final = re.compile(
    r"^(?:(?:.{0,40}?\b)?(?i:our (?:[\w-]+ )?correspondents?,?|by|par|por|door|oleh|yazan|"
    r"kirjoittanut|autor|author|bởi)"
    r"|(?i:von|di|af|av|od|na)"
    rf"|.{{0,40}}?\b(?:von|di|af|av|od|na)(?=\s+{_CAPITALISED}\s+{_CAPITALISED}))\b\s*:?\s+"
)
"""The words up to "by". Some of these are also particles inside a name: behind other words they
count only before two names."""

_PARTICLES: Final = (
    "von|van|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ben|ter|zu|af|av|y"
)
_NAME: Final = re.compile(rf"{_CAPITALISED}(?:\s+(?:(?:{_PARTICLES})\s+)*{_CAPITALISED}){{1,3}}")
_ORGANISATION: Final = re.compile(
    r"\b(?:news\w*|press|agency|agencies|agence|staff|times|post|tribune|herald|desk|bureau|service|"
    r"network|tv|radio|magazine|journal|team|wire|media|online|report\w*|editor\w*|editorial|"
    r"correspondents?|writer|columnist|contributor|chief|politics|opinion|board|today|daily|gazette|"
    r"photo\w*|video\w*|associated|newsroom|digital|international|posted|published|updated|"
    r"president|senior|fellow|author|analysis|special|exclusive|copyright|inc|ltd|llc)\b",
    re.IGNORECASE,
)
_EDITED: Final = re.compile(
    r"[;,.(|]?\s*\b(?:edit(?:ing|ed)|compiled|photographs?|photos?|pictures?|graphics?) by\b.*$",
    re.IGNORECASE,
)
"""Who did not write a text, behind those who did."""

MAX_AUTHORS: Final = 12
"""No byline names more; a longer list is a staff box."""


def split_names(text: str) -> tuple[str, ...]:
    """The names in a list such as "A. Writer, B. Writer and C. Writer", in order, each once."""
    cleaned = _EDITED.sub("", _ADDRESS.sub(" ", _LINK.sub(r"\1", text)))
    pieces = [
        _BY.sub("", piece.lstrip(), count=1)
        for part in cleaned.split(";")
        for piece in _SEPARATOR.split(_BY.sub("", part.lstrip(), count=1))
    ]
    candidates = (" ".join(_PLACE.sub("", piece).split()) for piece in pieces)
    names = dict.fromkeys(proper_case(name) for name in candidates if is_person(name))
    return tuple(names)[:MAX_AUTHORS]


def is_person(text: str) -> bool:
    """Whether a text has the form of one person's name and no word of an organisation."""
    return bool(_NAME.fullmatch(text)) and not _ORGANISATION.search(text)


def proper_case(name: str) -> str:
    """A name printed in capitals as a person writes it: "JAMIE O'NEIL" is "Jamie O'Neil"."""
    if not name.isupper() or len(name) < 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
