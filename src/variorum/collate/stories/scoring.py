"""How much speaks for two texts telling of one development: their words, and their days.

The likeness of words is a product of two vectors of length one. So its mean over all pairs of two
groups follows from the sums of their vectors, and a group is held against another by all its
texts without each pair being looked at.
"""

from math import log1p
from typing import Final, NamedTuple

BIAS: Final = -2.8
TERMS: Final = 9.9
TITLES: Final = 5.0
LEADS: Final = 11.3
LATENESS: Final = 0.6
"""What evidence counts: the cosines of all words of two texts, of those in their titles and of
those in their leads, and the days between them. The proportions of the first three are those of a
logistic regression over candidate pairs of one half of the events of Giveme5W1H among 5,000
articles of AllSides (`evaluation.stories`); the bias was set there by B³ of the stories that come
out. There, likeness of the names that two texts have in common and of the vectors of their
sentences added nothing to that of their words, in whatever mixture."""

UNDATED: Final = 2.0
"""Where a day is not known, as much speaks against a pair as six days between them would."""


class Evidence(NamedTuple):
    """What speaks for two texts, or, summed over all pairs, for two groups of texts.

    - `pairs`: of how many pairs it is the sum;
    - `likeness`: of their words, weighed by rarity, as it counts: see `TERMS`;
    - `lateness`: how far apart they were published: see `lateness`.
    """

    pairs: int
    likeness: float
    lateness: float

    def plus(self, other: "Evidence") -> "Evidence":
        """The evidence of both sets of pairs together."""
        return Evidence(
            self.pairs + other.pairs,
            self.likeness + other.likeness,
            self.lateness + other.lateness,
        )

    def minus(self, other: "Evidence") -> "Evidence":
        """The evidence of those pairs that are not among the other's."""
        return Evidence(
            self.pairs - other.pairs,
            self.likeness - other.likeness,
            self.lateness - other.lateness,
        )


def score(evidence: Evidence) -> float:
    """The mean log odds that the two texts of a pair tell of one development."""
    return BIAS + (evidence.likeness - LATENESS * evidence.lateness) / evidence.pairs


def lateness(days: int | None) -> float:
    """What days between two publications count; None: one of them is not known."""
    return UNDATED if days is None else log1p(days)
