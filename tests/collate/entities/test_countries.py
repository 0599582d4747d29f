"""The table of countries holds what others tell, and tells one country by one name."""

from collections import Counter

from babel import Locale

from variorum.collate.entities.countries import (
    country_named,
    country_of_capital,
    country_of_people,
)
from variorum.collate.entities.spelling import agreement
from variorum.record.nations import countries
from variorum.record.sounds import fold

_NOT_ISO = {"EUR", "SUN", "ENG", "SCO", "WAL", "NIR"}
_OTHERWISE = {"CG", "CD", "HK", "MO", "PS", "MM", "CI"}
"""CLDR prints these with an explanation or another name first."""


def test_each_code_has_a_name_that_cldr_gives_it():
    named = Locale("en").territories
    for code, country in countries().items():
        if code in _NOT_ISO | _OTHERWISE or code.startswith("UNION"):
            continue
        told = fold(named[code]).replace("&", "and").replace("vatican city", "holy see")
        assert any(agreement(fold(name), told) > 0.9 for name in country.names), (code, told)


def test_no_name_is_two_countries():
    for part in ("names", "peoples", "capitals"):
        told = Counter(
            fold(name)
            for one in countries().values()
            for name in set(map(fold, getattr(one, part)))
        )
        assert not [name for name, times in told.items() if times > 1]


def test_names_peoples_and_capitals():
    assert country_named("the U.S.") == country_named("United States of America") == "US"
    assert country_of_people("Ukrainians") == country_named("Ukraine") == "UA"
    assert country_of_capital("Kiev") == country_of_capital("Kyiv") == "UA"
    assert country_named("Atlantis") is None
