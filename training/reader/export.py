"""The trained network → ONNX: in full, and with weights of eight bits."""

import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.reader.crf import permitted
from training.reader.model import Reader
from variorum.read.encoder.labels import BEGIN

INPUTS: Final = ("pieces", "shapes", "first", "last", "sentence", "pooling")
OUTPUTS: Final = (
    "tags", "cue_side", "word_side", "names", "speech", "arcs", "relations", "vectors",
    "transitions", "distances",
)  # fmt: skip
POSITIONS: Final = 256
"""Places of pieces that are kept: a window has no more."""

_OPSET: Final = 17


class Shipped(nn.Module):
    """The network with its two tables as further outputs, so that one file holds everything."""

    def __init__(self, reader: Reader, *, small: bool) -> None:
        super().__init__()
        self.reader = reader.eval()
        reader.transitions = nn.Parameter(permitted(reader.transitions.detach()).clamp(min=-1e4))
        table = reader.base.positions.weight.detach()[:POSITIONS].clone()
        reader.base.positions = nn.Embedding(POSITIONS, table.shape[1], _weight=table)
        if small:
            reader.base.words = ByRow(reader.base.words.weight.detach())  # type: ignore[assignment]

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """The outputs in the order of `OUTPUTS`."""
        found = self.reader(*inputs)
        # The exporter folds what depends on no input, and forgets its name.
        nothing = (inputs[0][0, 0] * 0).float()
        tables = (self.reader.transitions, self.reader.distances)
        return (*(found[name] for name in OUTPUTS[:-2]), *(table + nothing for table in tables))


class ByRow(nn.Module):
    """Embeddings of eight bits with a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.table: Tensor
        self.scale: Tensor
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, numbers: Tensor) -> Tensor:
        """The rows of `numbers`."""
        return self.table[numbers].float() * self.scale[numbers]


def export(reader: Reader, full: Path, small: Path, bonus: Sequence[float] = (0.0,) * 5) -> None:
    """Writes both networks; `reader` is of no use afterwards. `bonus`: see `calibrate`."""
    with torch.no_grad():
        reader.transitions[:, :, BEGIN] += torch.tensor(bonus)[:, None]
    _write(Shipped(reader, small=False), full)
    with tempfile.TemporaryDirectory() as folder:
        middle = Path(folder) / "middle.onnx"
        _write(Shipped(reader, small=True), middle)
        quantize_dynamic(
            middle,
            small,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_exact_nodes(middle),
        )


def _exact_nodes(path: Path) -> list[str]:
    """The last layers of the heads: small, and scores are read off them."""
    import onnx  # noqa: PLC0415  # only this step needs it

    heads = ("/tags/", "/names/", "/speech/", "/relation/", "/arc_bias/")
    nodes = onnx.load(path).graph.node
    return [node.name for node in nodes if any(head in node.name for head in heads)]


def _write(network: Shipped, path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.eval(),
            _example(),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            opset_version=_OPSET,
            dynamic_axes={
                "pieces": {0: "windows", 1: "pieces"},
                "shapes": {0: "windows", 1: "pieces"},
                "first": {0: "windows", 1: "words"},
                "last": {0: "windows", 1: "words"},
                "sentence": {0: "windows", 1: "words"},
                "pooling": {0: "windows", 1: "sentences", 2: "pieces"},
            },
            dynamo=False,
        )


def _example() -> tuple[Tensor, ...]:
    pieces = torch.tensor([[101, 2054, 2003, 102], [101, 2054, 102, 0]])
    words = torch.tensor([[1, 2], [1, 0]])
    sentence = torch.tensor([[0, 1], [0, -1]])
    pooling = torch.tensor([[[0, 1.0, 0, 0], [0, 0, 1.0, 0]], [[0, 1.0, 0, 0], [0, 0, 0, 0]]])
    return pieces, torch.zeros_like(pieces), words, words, sentence, pooling
