"""What the network is taught, in one number."""

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.batches import Batch
from training.reader.crf import chain_loss, permitted
from training.reader.document import UNKNOWN
from training.reader.model import SIDE, Reader

WEIGHTS: Final = {
    "tags": 1.0,
    "pairs": 1.0,
    "names": 0.5,
    "speech": 0.3,
    "arcs": 0.5,
    "relations": 0.3,
    "vectors": 2.0,
}


def losses(reader: Reader, batch: Batch, found: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of each head: chains by words of windows with attributions, the rest by word."""
    found = {name: scores.float() for name, scores in found.items()}
    tags, pairs = _attribution_losses(reader, batch, found)
    vectors = found["vectors"][batch.vector_places]
    return {
        "tags": tags,
        "pairs": pairs,
        "names": _by_word(found["names"], batch.names, batch.weight),
        "speech": _by_word(found["speech"], batch.speech, batch.weight),
        "arcs": _by_word(found["arcs"], batch.heads, batch.weight),
        "relations": _by_word(
            found["relations"], _where_head_known(batch), batch.weight
        ),
        "vectors": (1 - (vectors * batch.vectors).sum(-1)).sum() / max(1, len(vectors)),
    }  # fmt: skip


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def _where_head_known(batch: Batch) -> Tensor:
    return torch.where(batch.heads == UNKNOWN, UNKNOWN, batch.relations)


def _by_word(scores: Tensor, targets: Tensor, weight: Tensor) -> Tensor:
    known = targets != UNKNOWN
    costs = functional.cross_entropy(
        scores.flatten(0, 1), targets.flatten(), ignore_index=UNKNOWN, reduction="none"
    ).view_as(targets)
    return (costs * weight[:, None]).sum() / known.sum().clamp(min=1)


def _attribution_losses(
    reader: Reader, batch: Batch, found: dict[str, Tensor]
) -> tuple[Tensor, Tensor]:
    marked = batch.tags[:, 0, 0] != UNKNOWN
    if not marked.any():
        nothing = found["tags"].sum() * 0
        return nothing, nothing
    tags = found["tags"].view(*found["tags"].shape[:2], 3, 3).transpose(1, 2)
    pairs = pair_scores(reader, batch, found)
    windows = int(marked.sum())
    kinds = torch.cat(
        [torch.arange(3).repeat(windows), torch.tensor([3, 4]).repeat(len(batch.pairs))]
    )
    costs = chain_loss(
        torch.cat([tags[marked].flatten(0, 1), pairs.flatten(0, 1)]),
        torch.cat([batch.tags[marked].flatten(0, 1), batch.pairs.flatten(0, 1)])
        if len(batch.pairs)
        else batch.tags[marked].flatten(0, 1),
        torch.cat(
            [
                batch.words[marked].repeat_interleave(3),
                batch.words[batch.cue_window].repeat_interleave(2),
            ]
        ),
        permitted(reader.transitions)[kinds],
    )
    words = batch.words[marked].sum()
    return costs[: 3 * windows].sum() / words, costs[3 * windows :].sum() / words


def pair_scores(reader: Reader, batch: Batch, found: dict[str, Tensor]) -> Tensor:
    """Scores [cues, 2, words, 3] of each word in the source and the content of each cue."""
    length = found["tags"].shape[1]
    if not len(batch.cue_window):
        return found["tags"].new_zeros((0, 2, length, 3))
    rows = batch.cue_window
    cue = (batch.cue_pooling.unsqueeze(1) @ found["cue_side"][rows]).squeeze(1)
    meeting = cue.view(-1, 6, SIDE) @ found["word_side"][rows].transpose(1, 2) * SIDE**-0.5
    far = reader.distances[:, batch.distances].transpose(0, 1)
    alone = found["tags"][rows][:, :, [0, 1, 2, 6, 7, 8]].transpose(1, 2)
    scores: Tensor = (meeting + far + alone).reshape(-1, 2, 3, length).transpose(2, 3)
    return scores
