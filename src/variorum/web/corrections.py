"""What a reader asks to be corrected, made into a correction, kept, and shown."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, NamedTuple, cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from variorum.record.correction import (
    ALLOWED,
    CorrectedNoun,
    Correction,
    CorrectionKind,
    Sides,
    make_correction,
)
from variorum.record.errors import InputError
from variorum.store.naming import StoreName
from variorum.store.opening import open_store
from variorum.views.correcting import PAGE_OF, statements_of
from variorum.views.desk import Desk
from variorum.web.addresses import Addresses
from variorum.web.desks import Desks
from variorum.web.forms import ChangedError, Forms

PATH: Final = "/corrections"
"""Where forms go; a reader who asks for it gets the list of corrections."""

MEANING: Final = 20
"""Entities of articles that say whom a corrected speaker means, at most."""

PATIENCE: Final = 5.0
"""Seconds for which a reader waits while others correct the record, or a watcher adds to it."""

Fields = Mapping[str, list[str]]


class Done(NamedTuple):
    """What was made or taken back; the address of what it is about, as it is now."""

    correction: Correction
    address: str


def receive(
    store: StoreName, desks: Desks, forms: Forms
) -> Callable[[Request], Awaitable[Response]]:
    """Answers forms: the correction is kept, and the reader sees what it is about."""

    async def answer(request: Request) -> Response:
        fields = await forms.read(request)
        done = await run_in_threadpool(_correct, store, desks, fields)
        response = RedirectResponse(done.address, 303)
        forms.remember_author(response, _one(fields, "author"))
        return response

    return answer


def _correct(store: StoreName, desks: Desks, fields: Fields) -> Done:
    author = " ".join(_one(fields, "author").split())
    if _one(fields, "kind") == "undo":
        with open_store(store, write=True, patience=PATIENCE) as opened:
            undone = opened.undo_correction(_one(fields, "correction"), author)
        if undone is None:
            raise ChangedError("This correction is not there", "Look at the list of corrections")
        return Done(undone, _address(desks, undone))
    with desks.desk(None) as desk:
        correction = correction_of(desk, fields)
    with open_store(store, write=True, patience=PATIENCE) as opened:
        opened.add_corrections([correction])
    return Done(correction, _address(desks, correction))


def _address(desks: Desks, correction: Correction) -> str:
    """The page of what a correction is about; the list of corrections if there is none."""
    with desks.desk(None) as desk:
        # What was taken out of a story may be one article, which is none.
        found = (
            desk.story.thing_of(correction.noun, units)
            for units in (correction.subjects, correction.others)
        )
        thing = next(filter(None, found), None)
    page, field = PAGE_OF[correction.noun]
    return (Addresses().page(page, **{field: thing}) if thing else None) or PATH


def correction_of(desk: Desk, fields: Fields) -> Correction:
    """What a form asks for. Raises `InputError`, or `ChangedError` if its thing is not there."""
    kind = cast("CorrectionKind", _one(fields, "kind"))
    noun = cast("CorrectedNoun", _one(fields, "noun"))
    if kind not in ALLOWED or noun not in ALLOWED[kind]:
        raise InputError("This form asks for nothing that can be corrected", "Load the page anew")
    units = _units(desk, noun, _one(fields, "thing"))
    sides, value = _told(desk, kind, noun, units, fields)
    return make_correction(kind, noun, sides, _one(fields, "author"), value)


def _told(
    desk: Desk, kind: str, noun: CorrectedNoun, units: tuple[str, ...], fields: Fields
) -> tuple[Sides, str]:
    """The sides and the value of a correction."""
    if kind == "join":
        return Sides(units, _units(desk, noun, _one(fields, "other"))), ""
    if kind == "split":
        taken = {unit for some in fields.get("unit", ()) for unit in some.split()}
        return _split(units, taken), ""
    if kind == "speaker":
        chosen, name = _one(fields, "speaker"), _one(fields, "name")
        # Who writes a name, and leaves the list as it stood, means the name.
        now = next(one for one in statements_of(desk) if one.id == _one(fields, "thing"))
        return _speaker(desk, units, "" if name and chosen == now.speaker else chosen, name)
    if kind == "date":
        return Sides(units), _days(_one(fields, "first"), _one(fields, "last"))
    return Sides(units), _one(fields, "status")


def _days(first: str, last: str) -> str:
    if last and not first:
        raise InputError("A last day was given, and no first", "Go back and give both")
    return f"{first}/{last}" if last and last != first else first


def _split(units: tuple[str, ...], taken: set[str]) -> Sides:
    if not taken:
        raise InputError("Nothing was ticked", "Go back and tick what does not belong there")
    if not taken <= set(units):
        raise ChangedError("What was ticked is not there any more", "Load the page anew")
    rest = [unit for unit in units if unit not in taken]
    if not rest:
        raise InputError("Everything was ticked", "Go back and leave what does belong there")
    return Sides(taken, rest)


def _speaker(desk: Desk, units: tuple[str, ...], chosen: str, name: str) -> tuple[Sides, str]:
    """Whom a reader chose from the list; or wrote, if that is one who is known, or else words."""
    known = desk.entities.get(chosen)
    if known is None and name.strip():
        folded = " ".join(name.split()).casefold()
        found = [
            one
            for one in desk.story.entities
            if folded in (form.casefold() for form in (one.name, *one.aliases))
        ]
        known = found[0] if len(found) == 1 else None
    if known is None:
        return Sides(units), name
    return Sides(units, desk.story.units_of("entity", known.id)[:MEANING]), known.name


def _units(desk: Desk, noun: CorrectedNoun, thing: str) -> tuple[str, ...]:
    units = desk.story.units_of(noun, thing)
    if not units:
        raise ChangedError(
            f"What was to be corrected is not there as it was: {thing[:60] or 'nothing chosen'}",
            "The record has changed since the page was shown: go back and load it anew",
        )
    return units


def _one(fields: Fields, name: str) -> str:
    return fields.get(name, [""])[-1].strip()
