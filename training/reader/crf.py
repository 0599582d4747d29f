"""A linear chain over BIO tags: what it costs to give a sequence its true tags."""

import torch
from torch import Tensor

_NEVER = -1e4


def permitted(transitions: Tensor) -> Tensor:
    """Transitions [kinds, 4, 3] from a tag (3: the beginning) to a tag; I follows B or I only."""
    closed = torch.zeros_like(transitions)
    closed[:, 0, 2] = closed[:, 3, 2] = _NEVER
    return transitions + closed


def chain_loss(emissions: Tensor, tags: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    """Negative log likelihood of each sequence's tags.

    `emissions` [sequences, length, 3]; `tags` [sequences, length], anything behind the length;
    `transitions` [sequences, 4, 3], as `permitted` makes them.
    """
    steps = emissions.shape[1]
    inside = torch.arange(steps)[None] < lengths[:, None]
    tags = tags.clamp(min=0)
    chosen = emissions.gather(2, tags.unsqueeze(-1)).squeeze(-1)
    before = torch.cat([torch.full_like(tags[:, :1], 3), tags[:, :-1]], dim=1)
    rows = torch.arange(len(tags))[:, None]
    true = ((chosen + transitions[rows, before, tags]) * inside).sum(1)
    alpha = transitions[:, 3] + emissions[:, 0]
    between = transitions[:, :3]
    for step in range(1, steps):
        onward = torch.logsumexp(alpha.unsqueeze(2) + between, dim=1) + emissions[:, step]
        alpha = torch.where(inside[:, step : step + 1], onward, alpha)
    return torch.logsumexp(alpha, dim=1) - true
