"""However a template prints a text, it stays text, and all of it can be seen."""

from importlib.resources import files

import pytest
from markupsafe import Markup

from variorum.record.letters import visible
from variorum.record.when import When
from variorum.views.phrases import days_between, short_day
from variorum.views.rendering import environment, render

ATTACK = "<b>\"'&\u202e"

PRINTED = {
    "text": "{{ text }}",
    "attribute": '<p title="{{ text }}">',
    "joined": "{{ [text, text]|join(', ') }}",
    "joined to markup": "{{ [text, markup]|join(', ') }}",
    "put behind markup": "{{ markup ~ text }}",
    "put behind text": "{{ text ~ text }}",
    "clipped": "{{ text|clipped(100) }}",
    "clipped short": "{{ text|clipped(3) }}",
    "counted": "{{ 2|counted(text, text) }}",
    "filled in": "{{ '%s'|format(text) }}",
    "filled in markup": "{{ markup|format(text) }}",
    "replaced": "{{ 'x'|replace('x', text) }}",
    "of a macro": "{% macro m(one) %}<i>{{ one }}</i>{% endmacro %}{{ m(text) }}",
    "in a block": "{% set kept %}{{ text }}{% endset %}{{ kept }}",
    "the default": "{{ none or text }}",
    "of a list": "{{ [text] }}",
    "of a mapping": "{{ {text: text} }}",
}


@pytest.mark.parametrize("template", PRINTED.values(), ids=PRINTED)
def test_text_is_escaped(template: str) -> None:
    made = environment().from_string(template)
    shown = made.render(text=ATTACK, markup=Markup("<u>%s</u>"))
    assert "<b>" not in shown
    assert shown.count('"') == template.count('"')


@pytest.mark.parametrize("template", PRINTED.values(), ids=PRINTED)
def test_text_is_made_visible(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = environment().from_string(template)
    monkeypatch.setattr(environment(), "get_template", lambda _name: made)
    shown = render("any", text=ATTACK, markup=Markup("<u>%s</u>"))
    assert "\u202e" not in shown
    assert isinstance(shown, Markup)


def test_what_is_seen_stays() -> None:
    text = "Zürich – «Ναι», 言った 👍\n\tЖ ‘’ “” …"
    assert visible(text) == text


def test_no_template_lets_text_through() -> None:
    folder = files("variorum.views").joinpath("templates")
    for one in folder.iterdir():
        text = one.read_text("utf-8")
        assert "|safe" not in text.replace(" ", ""), one.name
        assert "autoescape" not in text, one.name
        assert "xmlattr" not in text, one.name
        assert "='{{" not in text.replace(" ", ""), one.name
        assert "={{" not in text.replace(" ", ""), f"{one.name}: an attribute without quotes"


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        ("2030-02-01", "2030-02-28", "Feb 2030"),
        ("2030-02-01", "2030-02-27", "1–27 Feb 2030"),
        ("2030-01-01", "2030-12-31", "2030"),
        ("2030-01-01", "2030-03-31", "1 Jan – 31 Mar 2030"),
        ("2030-01-31", "2030-01-31", "31 Jan 2030"),
    ],
)
def test_a_whole_month_or_year_is_shown_by_its_name(earliest: str, latest: str, shown: str) -> None:
    assert short_day(When(earliest, latest, "day", "stated")) == shown
    assert short_day(When(earliest, latest, "day", "inferred")) == f"~ {shown}"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-03-04", "2031-03-06", "4 Mar 2031 to 6 Mar 2031"),
        ("2031-03-04", "2031-03-04", "4 Mar 2031"),
        ("2031-03-04T09:40:00Z", "2031-03-04", "4 Mar 2031, 09:40"),
        ("2031-03-04T09:40:00Z", "2031-03-05T10:00:00Z", "4 Mar 2031, 09:40 to 5 Mar 2031, 10:00"),
    ],
)
def test_from_one_day_to_another(first: str, last: str, words: str) -> None:
    whole = [When(day, day, "day", "stated") for day in (first, last)]
    assert days_between(*whole) == words
