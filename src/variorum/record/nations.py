"""Countries: their names, what is called after them, and where their governments sit."""

from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple


class Country(NamedTuple):
    """A country or union of some, by its code, as `data/countries.tsv` tells it."""

    code: str
    names: tuple[str, ...]
    peoples: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Its first name in small letters, with hyphens for spaces."""
        return "-".join(self.names[0].casefold().split())


@cache
def countries() -> dict[str, Country]:
    """All countries by code."""
    table = files("variorum.record").joinpath("data", "countries.tsv").read_text("utf-8")
    rows = (line.split("|") for line in table.splitlines() if line[:1] not in ("", "#"))
    return {row[0]: Country(row[0], *(_split(cell) for cell in row[1:])) for row in rows}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(one for one in cell.split(";") if one)


_NO_NATION: Final = "UNION-UN"

_ALSO_PERSONS: Final = frozenset("chad dane finn holland male pole scot".split())
"""Words for countries and peoples that in the news are names of persons, or something else."""

_BY_SLUG: Final = {one.slug: one for one in countries().values() if one.code != _NO_NATION}

_FORMS: Final = {
    form.casefold().replace("-", " "): slug
    for slug, one in _BY_SLUG.items()
    for form in (*one.names, *one.peoples)
    if form.casefold() not in _ALSO_PERSONS
} | {"saudis": "saudi-arabia", "kremlin": "russia", "filipina": "philippines"}

NATIONS: Final = {form: slug for form, slug in _FORMS.items() if " " not in form}
"""Names of one word of countries, and what is called after them → the country."""

LONG_NAMES: Final = {form: slug for form, slug in _FORMS.items() if " " in form}
"""Names of several words of countries, and what goes with them → the country."""

CAPITALS: Final = {
    capital.casefold().replace("-", " "): slug
    for slug, one in _BY_SLUG.items()
    for capital in one.capitals
}
"""Capitals → the country. Brussels, which stands for a union of countries, is none."""

_HOUSES: Final = """
belgium brussels;brazil planalto;united-kingdom whitehall downing-street westminster;
china zhongnanhai;france elysee;germany bundestag;israel knesset;russia kremlin;
united-states white-house pentagon state-department capitol
"""

SEATS: Final = CAPITALS | {
    house.replace("-", " "): houses.split()[0]
    for houses in _HOUSES.replace("\n", " ").split(";")
    for house in houses.split()[1:]
}
"""Places and houses whose names stand for a government → the country."""
