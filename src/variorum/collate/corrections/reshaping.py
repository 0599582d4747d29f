"""Draws what people joined and split anew, and leaves the rest as the machine has it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from variorum.collate.corrections.partition import Partition, Shaped, partition_of
from variorum.collate.corrections.saying import sentences
from variorum.record.correction import Correction, CorrectionKind
from variorum.record.event import Event
from variorum.record.reading import Entity
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup

Noun = TypeVar("Noun", Statement, Event, Entity, StoryGroup)


class Reshaped(NamedTuple, Generic[Noun]):
    """Things with the base units that each consists of; `partition`: these units in groups."""

    things: Mapping[frozenset[str], Noun]
    partition: Partition

    def thing(self, units: Iterable[str]) -> Noun | None:
        """What most of some units belong to."""
        home = self.partition.home(units)
        return None if home is None else self.things.get(home)


class Material(NamedTuple, Generic[Noun]):
    """What the machine found of one noun, and how it is drawn anew.

    - `units`: the base units of each thing, in the order of `found`; `loose`: units that belong
      to nothing, but may be joined;
    - `draw`: the thing that some units make, and those of the machine's that have any of them;
      None if they make none;
    - `is_touched`: whether a thing of the machine's has to be drawn anew though its units stay.
    """

    found: Sequence[Noun]
    units: Sequence[frozenset[str]]
    draw: Callable[[frozenset[str], Sequence[Noun]], Noun | None]
    is_touched: Callable[[Noun], bool]
    loose: Sequence[str] = ()


def reshape(material: Material[Noun], corrections: Sequence[Correction]) -> Reshaped[Noun]:
    """The things after all corrections that join or split."""
    groups = [*material.units, *({one} for one in material.loose)]
    partition = partition_of(groups, corrections)
    known = dict(zip(material.units, material.found, strict=True))
    by_unit = {unit: one for units, one in known.items() for unit in units}
    by_id = {one.id: one for one in corrections}
    things: dict[frozenset[str], Noun] = {}
    for shape in partition.shaped():
        drawn = _drawn(shape, material, known, by_unit)
        if drawn is not None:
            things[shape.units] = _marked(drawn, shape.corrections, by_id)
    return Reshaped(things, partition)


def _drawn(
    shape: Shaped,
    material: Material[Noun],
    known: Mapping[frozenset[str], Noun],
    by_unit: Mapping[str, Noun],
) -> Noun | None:
    same = known.get(shape.units)
    if same is not None and not material.is_touched(same):
        return same
    parts = [by_unit[unit] for unit in sorted(shape.units) if unit in by_unit]
    different = list({one.id: one for one in parts}.values())
    drawn = material.draw(shape.units, different)
    if drawn is None:
        return None
    if same is not None:
        return replace(drawn, confidence=same.confidence, reasons=same.reasons)
    # As sure as, on average, the machine was that each unit belongs where it was.
    mean = fsum(one.confidence for one in parts) / len(parts) if parts else 1.0
    return replace(drawn, confidence=round(mean, 4), reasons=())


def _marked(one: Noun, ids: Sequence[str], corrections: Mapping[str, Correction]) -> Noun:
    if not ids:
        return one
    return replace(
        one,
        reasons=(*sentences(ids, corrections), *one.reasons),
        corrections=(*one.corrections, *ids),
    )


Values = Mapping[frozenset[str], Mapping[CorrectionKind, Correction]]
"""For groups of units the last correction of each kind."""


def values_of(partition: Partition, corrections: Iterable[Correction]) -> Values:
    """The values that hold in the end: of two of one kind the later one."""
    found: dict[frozenset[str], dict[CorrectionKind, Correction]] = {}
    for one in sorted(corrections, key=lambda one: one.order):
        home = partition.home(one.subjects) if one.kind not in ("join", "split") else None
        if home is not None:
            found.setdefault(home, {})[one.kind] = one
    return found


def with_values(
    reshaped: Reshaped[Noun],
    values: Values,
    change: Callable[[Noun, Correction], Noun],
) -> Reshaped[Noun]:
    """The things with their corrected values."""
    things = dict(reshaped.things)
    for units, corrected in values.items():
        one = things.get(units)
        if one is None:
            continue
        for correction in sorted(corrected.values(), key=lambda one: one.order):
            changed = change(one, correction)
            one = _marked(changed, (correction.id,), {correction.id: correction})
        things[units] = one
    return Reshaped(things, reshaped.partition)
