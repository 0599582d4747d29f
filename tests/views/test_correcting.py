"""The forms of corrections where nothing can be corrected."""

from variorum.views.rendering import environment


def test_there_are_no_forms_where_nothing_can_be_corrected() -> None:
    text = """{% from 'correcting.html.j2' import correct with context -%}
    {{ correct('statement', 'stm1-one') }}"""
    for values in ({}, {"correcting": None}):
        assert environment().from_string(text).render(links=None, **values).strip() == ""
