"""Which quotations are one statement: candidates, scores, groups, wordings."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from variorum.collate.statements.agreeing import Wording
from variorum.collate.statements.aligned import Standing, standings
from variorum.collate.statements.candidates import Sought, Titles, Weights, find_pairs, lookup
from variorum.collate.statements.chosen import MAKER
from variorum.collate.statements.copies import Copies
from variorum.collate.statements.grouping import Member, group, tangles
from variorum.collate.statements.rows import QuotationRow, rows_of
from variorum.collate.statements.scoring import Match, Weighed, score_pair
from variorum.collate.statements.telling import is_told
from variorum.collate.statements.wording import make_statement
from variorum.collate.statements.wordings import wordings_of
from variorum.engine.protocol import Engine
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement

__all__ = ["MAKER", "QuotationRow", "join_statements", "rows_of"]


def join_statements(
    engine: Engine,
    rows: Iterable[QuotationRow],
    joined: Mapping[str, str],
    reuses: Iterable[Reuse] = (),
) -> list[Statement]:
    """The statements of the record, in order of their ids; each quotation is in one at most.

    What is only reported, by words that may report none, is left out (`telling.is_told`).

    `joined`: the record's entity for an article's; `reuses`: the passages that articles share.
    """
    known = list(rows)
    wordings = wordings_of(known, joined, engine.remember)
    beside = _beside(wordings, standings(known, reuses))
    groups = engine.remember(group, tangles(wordings, _matches(engine, wordings, beside)))
    statements = engine.remember(_told, chain.from_iterable(groups))
    return sorted((one for one in statements if one), key=lambda one: one.id)


Places = tuple[int, int]
"""Two wordings by place, the smaller first."""


def _beside(
    wordings: Sequence[Wording], known: Mapping[tuple[str, str], Standing]
) -> dict[Places, Standing]:
    """The wordings that stand in one place, and how."""
    place = {row.quotation: at for at, one in enumerate(wordings) for row in one.rows}
    found: dict[Places, Standing] = {}
    for (one, other), standing in known.items():
        a, b = sorted((place[one], place[other]))
        if a != b:
            found[a, b] = max(standing, found.get((a, b), standing))
    return found


def _matches(
    engine: Engine, wordings: Sequence[Wording], beside: Mapping[Places, Standing]
) -> dict[Places, Match]:
    """Which wordings, by place, the smaller first, may be of one utterance."""
    lookups = list(engine.remember(lookup, wordings))
    weights, titles = Weights(wordings), Titles(wordings)
    sought = [
        Sought(found, weights.of(found), *titles.of(one, found))
        for one, found in zip(wordings, lookups, strict=True)
    ]
    weighed = [Weighed(one, now.weights) for one, now in zip(wordings, sought, strict=True)]
    pairs = sorted({*find_pairs(engine, lookups, sought), *beside})
    found = engine.remember(
        score_pair, ((weighed[a], weighed[b], beside.get((a, b))) for a, b in pairs)
    )
    copies = Copies(wordings)
    return {
        (a, b): match
        for (a, b), match in zip(pairs, found, strict=True)
        if match and (match.kind != "copy" or copies(wordings[a], wordings[b]))
    }


def _told(members: tuple[Member, ...]) -> Statement | None:
    """The statement of some wordings; None if there is not enough to tell that it was made."""
    if not is_told(row for one in members for row in one.wording.rows):
        return None
    return make_statement(members, str(MAKER))
