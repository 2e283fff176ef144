"""The network as torch sees it: one encoder pass a sentence, then small heads.

Shapes: B sentences, L tokens, M spans (of all sentences in the batch; span 0 is "nobody"), S sources (each span,
and nobody once a sentence), P ordered pairs of spans, D = 384 wide.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training.labels import EVENT_LABELS, MODALITIES, MODES, SECTORS

TAGS = ["O", "B", "I"]
DISTANCES = 17
"""Buckets of the distance (tokens) from a token to a span: 0 inside, 1–8 after, 9–16 before."""


@dataclass(frozen=True)
class Size:
    """Numbers that fix the shape of the network."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 250002
    positions: int = 512
    span: int = 256
    looks: int = 6  # attention heads of a pair over the sentence; the first is the trigger
    look_width: int = 64
    views: int = 1  # layers that read the sentence again from each source's side


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x (B, L, D), bias (B, 1, 1, L) of 0 or a large negative → (B, L, D)."""
        b, n, d = x.shape
        q, k, v = (part.reshape(b, n, self.heads, d // self.heads).transpose(1, 2) for part in self.qkv(x).split(d, -1))
        attention = F.softmax(q @ k.transpose(-1, -2) / (d // self.heads) ** 0.5 + bias, -1)
        mixed = (attention @ v).transpose(1, 2).reshape(b, n, d)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """multilingual-e5-small's first layers, with the tag head on top."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(size.vocabulary, size.width)
        self.places = nn.Embedding(size.positions, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(size.width, len(TAGS))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """ids, mask (B, L) → hidden (B, L, D), tag logits (B, L, 3)."""
        return self.upper(self.words(ids), mask)

    def upper(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """All above the word embeddings: words (B, L, D), mask (B, L)."""
        x = self.dropout(self.norm(words + self.places.weight[: words.shape[1]]))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x, self.tags(x)


class Heads(nn.Module):
    """From hidden states, spans and pairs to sectors, types, modality, mode, trigger, speaker."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        s, looks, w = size.span, size.looks, size.look_width
        self.span = nn.Sequential(nn.Linear(3 * size.width, s), nn.GELU(), nn.LayerNorm(s))
        self.seen_span = nn.Sequential(nn.Linear(3 * size.width, s), nn.GELU(), nn.LayerNorm(s))
        self.acting = nn.Parameter(torch.randn(2, size.width) * 0.02)
        self.view = nn.ModuleList(Layer(size, dropout) for _ in range(size.views))
        self.nobody = nn.Parameter(torch.randn(s) * 0.5)
        self.sector = nn.Sequential(nn.Dropout(dropout), nn.Linear(s, len(SECTORS)))
        self.source, self.target = nn.Linear(s, s), nn.Linear(s, s)
        self.query = nn.Sequential(nn.Linear(3 * s, s), nn.GELU(), nn.Linear(s, looks * w))
        self.key = nn.Linear(size.width, looks * w)
        self.value = nn.Linear(size.width, looks * w)
        self.near_source = nn.Embedding(DISTANCES, looks)
        self.near_target = nn.Embedding(DISTANCES, looks)
        nn.init.zeros_(self.near_source.weight)
        nn.init.zeros_(self.near_target.weight)
        self.pair = nn.Sequential(nn.Linear(3 * s + looks * w + size.width, 384), nn.GELU(), nn.LayerNorm(384),
                                  nn.Dropout(2 * dropout))
        self.kind = nn.Linear(384, len(EVENT_LABELS))
        self.modality_all = nn.Linear(384, len(MODALITIES))
        self.modality_each = nn.Linear(384, len(EVENT_LABELS) * len(MODALITIES))
        self.mode = nn.Linear(384, len(MODES))
        self.says, self.said = nn.Linear(384, 128), nn.Linear(s, 128)

    def pooled(self, hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """First, last and mean of the tokens of N spans: hidden (N, L, D), first and last (N,) → (N, 3 D)."""
        rows = torch.arange(first.shape[0], device=hidden.device)
        at = torch.arange(hidden.shape[1], device=hidden.device)[None]
        within = ((at >= first[:, None]) & (at <= last[:, None])).to(hidden.dtype)[:, :, None]
        mean = (hidden * within).sum(1) / within.sum(1).clamp(min=1)
        return torch.cat([hidden[rows, first], hidden[rows, last], mean], -1)

    def spans(self, hidden: Tensor, spans: Tensor) -> Tensor:
        """hidden (B, L, D), spans (M, 3) of sentence, first, last token → (M, span); row 0 is nobody."""
        sentence, first, last = spans.unbind(1)
        vectors = self.span(self.pooled(hidden.index_select(0, sentence), first, last))
        return torch.cat([self.nobody[None].expand(1, -1), vectors[1:]], 0)

    def viewed(self, hidden: Tensor, mask: Tensor, spans: Tensor, sources: Tensor) -> Tensor:
        """The sentence once more from each source's side: sources (S, 2) of sentence, span → (S, L, D)."""
        sentence, i = sources.unbind(1)
        at = torch.arange(hidden.shape[1], device=hidden.device)[None]
        first, last = spans[i, 1:2], spans[i, 2:3]
        inside = ((at >= first) & (at <= last) & (i[:, None] > 0)).to(hidden.dtype)[:, :, None]
        nobody = (i == 0).to(hidden.dtype)[:, None, None] * (at == 0).to(hidden.dtype)[:, :, None]
        x = hidden.index_select(0, sentence) + inside * self.acting[0] + nobody * self.acting[1]
        bias = (1.0 - mask.index_select(0, sentence).to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.view:
            x = layer(x, bias)
        return x

    def distance(self, spans: Tensor, length: int) -> Tensor:
        """Bucketed token distance of each token to each span: spans (M, 3) → (M, L)."""
        at = torch.arange(length, device=spans.device)[None]
        first, last = spans[:, 1:2], spans[:, 2:3]
        after, before = (at - last).clamp(min=0), (first - at).clamp(min=0)
        return torch.where(after > 0, after.clamp(max=8), torch.where(before > 0, before.clamp(max=8) + 8, 0 * at))

    def forward(self, hidden: Tensor, mask: Tensor, spans: Tensor, sources: Tensor, pairs: Tensor) -> tuple[Tensor, ...]:
        """hidden (B, L, D), mask (B, L), spans (M, 3), sources (S, 2) of sentence and span, pairs (P, 2) of source
        (its row in `sources`) and target span → sector (M, 25), type (P, 25), modality (P, 25, 4), mode (P, 83),
        look (P, L), speaker (P, M) logits."""
        size, length = self.size, hidden.shape[1]
        vectors = self.spans(hidden, spans)
        run, j = pairs.unbind(1)
        sentence, i = sources[run].unbind(1)
        view = self.viewed(hidden, mask, spans, sources)
        known_i = (i > 0).to(hidden.dtype)[:, None]
        known_j = (j > 0).to(hidden.dtype)[:, None]
        views = view.index_select(0, run)
        seen_j = self.seen_span(self.pooled(views, spans[j, 1], spans[j, 2])) * known_j
        seen_i = self.seen_span(self.pooled(views, spans[i, 1], spans[i, 2])) * known_i
        source, target = self.source(vectors)[i] + seen_i, self.target(vectors)[j] + seen_j
        both = torch.cat([source, target, source * target], -1)
        query = self.query(both).reshape(-1, size.looks, size.look_width)
        key = self.key(view).index_select(0, run).reshape(-1, length, size.looks, size.look_width)
        value = self.value(view).index_select(0, run).reshape(-1, length, size.looks, size.look_width)
        look = torch.einsum("phw,plhw->phl", query, key) / size.look_width**0.5
        near = self.distance(spans, length)
        look = look + self.near_source(near[i]).transpose(1, 2) * known_i[:, :, None]
        look = look + self.near_target(near[j]).transpose(1, 2) * known_j[:, :, None]
        look = look + (1.0 - mask[sentence].to(look.dtype))[:, None, :] * -1e4
        seen = torch.einsum("phl,plhw->phw", F.softmax(look, -1), value).reshape(-1, size.looks * size.look_width)
        pair = self.pair(torch.cat([both, seen, views[:, 0]], -1))
        modality = self.modality_all(pair)[:, None, :] + self.modality_each(pair).reshape(
            -1, len(EVENT_LABELS), len(MODALITIES))
        speaker = self.says(pair) @ self.said(vectors).transpose(0, 1) / 128**0.5
        same = (spans[None, :, 0] == sentence[:, None]) | (torch.arange(spans.shape[0], device=spans.device) == 0)[None]
        speaker = speaker + (1.0 - same.to(speaker.dtype)) * -1e4
        return self.sector(vectors), self.kind(pair), modality, self.mode(pair), look[:, 0], speaker


class Network(nn.Module):
    """Encoder and heads together, as they are trained."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.encoder, self.heads = Encoder(size, dropout), Heads(size, dropout)


def start(folder: Path, keep: list[int], layers: int) -> Network:
    """The network with the start weights of `folder` (config.json, model.safetensors, BERT names),
    its vocabulary cut to the rows `keep`."""
    config = json.loads((folder / "config.json").read_text("utf-8"))
    size = Size(layers=layers, width=config["hidden_size"], heads=config["num_attention_heads"],
                inner=config["intermediate_size"], vocabulary=len(keep), positions=config["max_position_embeddings"])
    weights = load_file(folder / "model.safetensors")
    network = Network(size)
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"][keep])
        encoder.places.weight.copy_(weights["embeddings.position_embeddings.weight"]
                                    + weights["embeddings.token_type_embeddings.weight"][0])
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for n, layer in enumerate(encoder.layers):
            _copy_layer(layer, weights, f"encoder.layer.{n}")
        for n, layer in enumerate(network.heads.view):
            _copy_layer(layer, weights, f"encoder.layer.{min(layers + n, config['num_hidden_layers'] - 1)}")
    return network


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])


def _copy_layer(layer: Layer, weights: dict[str, Tensor], name: str) -> None:
    three = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    layer.qkv.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in three]))
    layer.qkv.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in three]))
    _copy(layer.out, weights, f"{name}.attention.output.dense")
    _copy(layer.norm1, weights, f"{name}.attention.output.LayerNorm")
    _copy(layer.up, weights, f"{name}.intermediate.dense")
    _copy(layer.down, weights, f"{name}.output.dense")
    _copy(layer.norm2, weights, f"{name}.output.LayerNorm")
