"""Layers that learn to live with eight bits.

In the last part of training each multiplication sees its weights and its input as the shipped
network will: weights in 127 steps for each row, the input in 255 steps from its least to its
greatest value in a window (what onnxruntime's dynamic quantisation does). Gradients pass as if
nothing had been rounded (the straight-through estimator of Bengio et al., 2013).
"""

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

_WEIGHT_STEPS: Final = 63
"""To each side of zero: seven bits, for processors that add up products of eight in sixteen."""

_INPUT_STEPS: Final = 255


class Linear(nn.Linear):
    """A linear layer that can be told to round; a drop-in, weights and names are the same."""

    rounding = False

    def forward(self, values: Tensor) -> Tensor:
        """`values` [windows, length, width] → [windows, length, other width]."""
        if not self.rounding:
            return super().forward(values)
        return functional.linear(rounded_input(values), rounded_weight(self.weight), self.bias)


def set_rounding(network: nn.Module, *, rounding: bool) -> None:
    """Tells all such layers of a network whether to round."""
    for module in network.modules():
        if isinstance(module, Linear):
            module.rounding = rounding


def rounded_weight(weight: Tensor) -> Tensor:
    """The weights as seven bits with a scale for each row can tell them."""
    with torch.no_grad():
        step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / _WEIGHT_STEPS
        change = (weight / step).round() * step - weight
    return weight + change


def rounded_input(values: Tensor) -> Tensor:
    """The values as eight bits can tell them, with a scale for each window."""
    with torch.no_grad():
        inner = tuple(range(1, values.dim()))
        least = values.amin(inner, keepdim=True).clamp(max=0)
        greatest = values.amax(inner, keepdim=True).clamp(min=0)
        step = ((greatest - least) / _INPUT_STEPS).clamp(min=1e-8)
        change = (values / step).round() * step - values
    return values + change
