"""The reader's network: the base model, a word-shape embedding and the heads.

An attribution is found in two steps. Three tag heads mark sources, cues and contents, as in
any tagger. Then each cue is held against each word: the scores of "belongs to this cue's
source" and "to its content" are bilinear in a projection of the cue and one of the word, plus
what the distance says, plus the tag head's own scores. So contents may lie in each other and
may be broken, and each is tied to its cue.
"""

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.reader.base import WIDTH, Base
from training.reader.rounding import Linear
from variorum.read.encoder.distances import DISTANCES
from variorum.read.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS
from variorum.read.encoder.pieces import SHAPES

SIDE: Final = 64
"""Width of the projections in which a cue meets a word."""

_ARC: Final = 128
_NEVER: Final = -1e4


class Reader(nn.Module):
    """Everything that is exported; see `forward` for shapes."""

    def __init__(self, base: Base, dropout: float = 0.1) -> None:
        super().__init__()
        self.base = base
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.dropout = nn.Dropout(dropout)
        self.attribution = nn.Sequential(Linear(WIDTH, 256), nn.GELU(), nn.Dropout(dropout))
        self.tags = nn.Linear(256, 9)
        self.cue_side = Linear(256, 6 * SIDE)
        self.word_side = Linear(256, SIDE)
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.speech = nn.Linear(WIDTH, len(PARTS_OF_SPEECH))
        self.arc_dependent = Linear(WIDTH, _ARC)
        self.arc_head = Linear(WIDTH, _ARC)
        self.arc_mixed = Linear(_ARC, _ARC)
        self.arc_bias = nn.Linear(_ARC, 1)
        self.relation_dependent = Linear(WIDTH, _ARC)
        self.relation_head = Linear(WIDTH, _ARC)
        self.relation = nn.Linear(_ARC, len(RELATIONS))
        self.vector = Linear(WIDTH, WIDTH)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)
        self.transitions = nn.Parameter(torch.zeros(5, 4, 3))
        self.distances = nn.Parameter(torch.zeros(6, DISTANCES))

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        first: Tensor,
        last: Tensor,
        sentence: Tensor,
        pooling: Tensor,
        heads: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """Scores of all heads.

        `pieces`, `shapes` [batch, pieces]; `first`, `last`, `sentence` [batch, words]: a word's
        first and last piece and the number of its sentence, -1 for padding; `pooling` [batch,
        sentences, pieces]: weights of pieces in a sentence's mean; `heads` [batch, words]: the
        true heads while training, else the likeliest are taken for the relations.
        """
        hidden = self.base(pieces, self.shapes(shapes))
        vectors = functional.normalize(self.vector(pooling @ hidden), dim=-1)
        words = self.dropout((_taken(hidden, first) + _taken(hidden, last)) * 0.5)
        attribution = self.attribution(words)
        arcs = self._arcs(words, sentence)
        likeliest = arcs.argmax(-1) if heads is None else heads.clamp(min=0)
        return {
            "tags": self.tags(attribution),
            "cue_side": self.cue_side(attribution),
            "word_side": self.word_side(attribution),
            "names": self.names(words),
            "speech": self.speech(words),
            "arcs": arcs,
            "relations": self._relations(words, likeliest),
            "vectors": vectors,
        }

    def _arcs(self, words: Tensor, sentence: Tensor) -> Tensor:
        dependent = functional.gelu(self.arc_dependent(words))
        head = functional.gelu(self.arc_head(words))
        scores = self.arc_mixed(dependent) @ head.transpose(1, 2)
        scores = scores + self.arc_bias(head).transpose(1, 2)
        apart = (sentence.unsqueeze(2) != sentence.unsqueeze(1)).to(scores.dtype)
        masked: Tensor = scores + apart * _NEVER
        return masked

    def _relations(self, words: Tensor, heads: Tensor) -> Tensor:
        at_head = _taken(self.relation_head(words), heads)
        scores: Tensor = self.relation(functional.gelu(self.relation_dependent(words) + at_head))
        return scores


def _taken(values: Tensor, places: Tensor) -> Tensor:
    """Rows of `values` [batch, length, width] at `places` [batch, count]."""
    return values.gather(1, places.unsqueeze(-1).expand(-1, -1, values.shape[-1]))
