"""Stands whose issue is the subject: "the sale drew criticism from the curator"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.lexicon import Sense, verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.surface import noun_behind

_DRAWING: Final = frozenset(
    form
    for verb in (
        "draw face meet win gain earn receive attract provoke spark trigger prompt elicit enjoy "
        "have encounter command get garner raise incur cause create stir arouse"
    ).split()
    for form in verb_forms(verb)
)
"""Verbs whose subject is what others are for or against."""

_ASKING: Final = frozenset(
    "pressure request proposal suggestion petition push drive bid plan decision demand call appeal "
    "plea lawsuit suit complaint determination insistence motion commitment pledge promise".split()
)
"""Nouns for what is asked by somebody, which a subject meets and is not about."""

_BY: Final = ("from", "of", "by", "among")


def drawn(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """Who is for or against what a subject draws; `place`: of the noun for what it draws."""
    if sense.word in _ASKING:
        return
    verb = clauses.heads[place]
    is_behind = clauses.relations[place] == "obj" or (
        clauses.relations[place] == "obl" and clauses.case(place) == "with"
    )
    if not is_behind or clauses.low[verb] not in _DRAWING or clauses.negation(verb) is not None:
        return
    subject = subject_of(clauses, verb)
    if subject is None or clauses.tags[subject] not in ("NN", "NNS") or is_supposed(clauses, verb):
        return
    whole = Issue(clauses.phrase(subject), subject, "drawn")
    issue = whole if names_something(clauses, whole) else pointing(clauses, whole)
    if issue is None or subject > verb:
        return
    near = [*clauses.related(place, "nmod"), *clauses.related(verb, "obl")]
    others = [one for one in near if one > place and clauses.case(one) in _BY]
    run = noun_behind(clauses, place + 1) if clauses.low[place + 1] in _BY else None
    for one in [*others, *([run[0]] if run else [])]:
        if one > place:
            actor = actors.of(one)
            if actor is not None:
                yield Stand(
                    place, verb, sense.printed, sense.stance, 0.9 * sense.sureness, actor, issue
                )
                return
