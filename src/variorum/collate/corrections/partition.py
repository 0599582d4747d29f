"""Groups of base units, as the machine made them and as people join and split them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variorum.record.correction import Correction


class Shaped(NamedTuple):
    """A group of units, and the corrections that made it what it is, by their ids."""

    units: frozenset[str]
    corrections: tuple[str, ...] = ()


class Partition:
    """Groups of base units; no unit is in two.

    Pure data in, pure data out: what is done depends on the corrections' order alone.
    """

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._groups: dict[int, Shaped] = {
            number: Shaped(frozenset(units)) for number, units in enumerate(groups)
        }
        self._next = len(self._groups)
        self._group_of = {
            unit: number for number, group in self._groups.items() for unit in group.units
        }

    def shaped(self) -> list[Shaped]:
        """The groups, in order of their units."""
        return sorted(self._groups.values(), key=lambda group: sorted(group.units))

    def home(self, units: Iterable[str]) -> frozenset[str] | None:
        """The group that has most of some units; None if none has any.

        Most: so that a unit that the machine has placed elsewhere since does not take all of its
        new group along. Of equals it is the group with the least unit among these.
        """
        number = self._home(units)
        return None if number is None else self._groups[number].units

    def _home(self, units: Iterable[str]) -> int | None:
        known = sorted(unit for unit in units if unit in self._group_of)
        counts = Counter(self._group_of[unit] for unit in known)
        return max(counts, key=lambda number: counts[number], default=None)

    def apply(self, correction: Correction) -> None:
        """Join or split groups; nothing happens if what it is about is not there."""
        if correction.kind == "join":
            self._join(correction)
        elif correction.kind == "split":
            self._split(correction)

    def _join(self, correction: Correction) -> None:
        one, other = self._home(correction.subjects), self._home(correction.others)
        if one is None or other is None:
            return
        a, b = self._groups[one], self._groups[other]
        marks = tuple(dict.fromkeys((*a.corrections, *b.corrections, correction.id)))
        if one == other:
            self._groups[one] = Shaped(a.units, marks)
        else:
            self._put((one, other), [Shaped(a.units | b.units, marks)])

    def _split(self, correction: Correction) -> None:
        taken = frozenset(correction.subjects)
        for number in sorted({self._group_of[one] for one in taken if one in self._group_of}):
            group = self._groups[number]
            if group.units.isdisjoint(correction.others):
                continue
            marks = (*group.corrections, correction.id)
            parts = [group.units & taken, group.units - taken]
            self._put((number,), [Shaped(part, marks) for part in parts])

    def _put(self, old: Iterable[int], new: Sequence[Shaped]) -> None:
        for number in old:
            del self._groups[number]
        for group in new:
            self._groups[self._next] = group
            self._group_of.update(dict.fromkeys(group.units, self._next))
            self._next += 1

    def holds(self, correction: Correction) -> bool | None:
        """Whether the groups are as a correction has them; None if what it is about is not there.

        Of a value: whether there is a group for it.
        """
        one = self._home(correction.subjects)
        if one is None:
            return None
        if correction.kind not in ("join", "split"):
            return True
        other = self._home(correction.others)
        if other is None:
            return None
        if correction.kind == "join":
            return one == other
        apart = {self._group_of.get(unit) for unit in correction.subjects} - {None}
        return apart.isdisjoint(self._group_of.get(unit) for unit in correction.others)


def partition_of(groups: Iterable[Iterable[str]], corrections: Iterable[Correction]) -> Partition:
    """Groups after all corrections, which come in the order in which they were made."""
    made = Partition(groups)
    for one in sorted(corrections, key=lambda one: one.order):
        made.apply(one)
    return made
