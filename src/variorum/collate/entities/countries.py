"""Which country a name, a people or a capital tells, however it is spelled."""

from functools import cache, lru_cache

from variorum.record.nations import countries
from variorum.record.sounds import fold


def country_named(name: str) -> str | None:
    """The code of the country of this name."""
    return _names().get(_plain(name))


def country_of_people(name: str) -> str | None:
    """The code of the country whose people or things are called so ("Ukrainian", "Poles")."""
    return _peoples().get(_plain(name))


def country_of_capital(name: str) -> str | None:
    """The code of the country whose capital has this name."""
    return _capitals().get(_plain(name))


@lru_cache(1 << 16)
def country_told(word: str) -> str | None:
    """The code of the country that a name or an adjective tells."""
    return country_named(word) or country_of_people(word)


def _plain(name: str) -> str:
    return " ".join(fold(name).replace(",", " ").replace("-", " ").split()).removeprefix("the ")


@cache
def _names() -> dict[str, str]:
    return {_plain(name): one.code for one in countries().values() for name in one.names}


@cache
def _peoples() -> dict[str, str]:
    found = {_plain(name): one.code for one in countries().values() for name in one.peoples}
    return {name + "s": code for name, code in found.items()} | found


@cache
def _capitals() -> dict[str, str]:
    return {_plain(name): one.code for one in countries().values() for name in one.capitals}
