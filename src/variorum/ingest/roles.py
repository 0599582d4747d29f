"""Gives each line of a page its role, by a small network over its form, place and words.

The weights come from `training/blocks`; what they were trained on and how well they do
is in `docs/evaluation.md`. Of a line the network sees the form features of the line
itself and of two neighbours on each side, and the words of the line; it has one hidden
layer.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.ingest.features import PageRepeats, describe
from variorum.ingest.lines import Line
from variorum.record.article import ROLES, Role
from variorum.record.identity import fingerprint

NEIGHBOURS: Final = 2
"""Lines on each side whose form a line is seen with."""

Features = NDArray[np.float32]


class RoleModel(msgspec.Struct, frozen=True):
    """The network's weights.

    From form features (with context) and from word slots to the hidden units, the units'
    bias, and from the units to the roles in the order of `ROLES`, with theirs.
    """

    forms: Features
    words: Features
    hidden_bias: Features
    roles: Features
    roles_bias: Features
    digest: str


@cache
def load_model() -> RoleModel:
    """The weights shipped with the package."""
    data = files("variorum.ingest").joinpath("weights", "blocks.npz").read_bytes()
    names = RoleModel.__struct_fields__[:-1]
    with np.load(BytesIO(data)) as arrays:
        weights = {name: arrays[name].astype(np.float32) for name in names}
    return RoleModel(**weights, digest=fingerprint(data))


def give_roles(
    lines: Sequence[Line], tags: Sequence[str], repeats: Sequence[PageRepeats]
) -> list[Role]:
    """The role of each line of one page, in order.

    Lines that are the same get the same role, and a page with text but without a
    headline has one all the same: the line above the text that is likest to one.
    """
    if not lines:
        return []
    forms, slots = describe(lines, tags, repeats)
    scores = _agreed(score(load_model(), forms, slots), lines)
    roles = [ROLES[best] for best in scores.argmax(axis=1)]
    recurring = [count.outlet > 0 for count in repeats]
    return _with_headline(roles, scores, lines, recurring)


def _agreed(scores: Features, lines: Sequence[Line]) -> Features:
    """The scores of lines that read the same, averaged."""
    # Not by an array of the texts, in which each would take as much room as the longest.
    numbers: dict[str, int] = {}
    group = np.array([numbers.setdefault(line.form, len(numbers)) for line in lines])
    sums = np.zeros((len(numbers), scores.shape[1]), dtype=np.float32)
    np.add.at(sums, group, scores)
    return np.asarray(sums[group] / np.bincount(group)[group][:, None], dtype=np.float32)


def _with_headline(
    roles: list[Role], scores: Features, lines: Sequence[Line], recurring: Sequence[bool]
) -> list[Role]:
    if "headline" in roles or "body" not in roles:
        return roles
    above = [place for place in range(roles.index("body")) if not recurring[place]]
    fit = [place for place in above if _may_be_headline(roles[place], lines[place].text)]
    if fit:
        margin = scores[:, ROLES.index("headline")] - scores.max(axis=1)
        best = max(fit, key=lambda place: (float(margin[place]), -place))
        if margin[best] > -UNLIKELY:
            roles[best] = "headline"
    return roles


def _may_be_headline(role: Role, text: str) -> bool:
    return role in ("heading", "furniture", "promo") and len(text.split()) >= FEWEST_WORDS


FEWEST_WORDS: Final = 3
UNLIKELY: Final = 2.5
"""A line is made the headline of a page without one if its odds are no worse than e**-2.5."""


def score(model: RoleModel, forms: Features, slots: Sequence[Sequence[int]]) -> Features:
    """Log-odds of each role (lines × roles, in the order of `ROLES`)."""
    hidden = with_neighbours(forms) @ model.forms + model.hidden_bias
    for row, line_slots in enumerate(slots):
        if line_slots:
            hidden[row] += model.words[line_slots].sum(axis=0)
    scores: Features = np.maximum(hidden, 0) @ model.roles + model.roles_bias
    return scores


def with_neighbours(forms: Features) -> Features:
    """The form features of each line beside those of its neighbours, zeros past the page's ends."""
    count, width = forms.shape
    padded = np.zeros((count + 2 * NEIGHBOURS, width), dtype=np.float32)
    padded[NEIGHBOURS : NEIGHBOURS + count] = forms
    shifts = range(2 * NEIGHBOURS + 1)
    return np.hstack([padded[shift : shift + count] for shift in shifts])
