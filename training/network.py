"""The network as torch sees it: one encoder pass a sentence; above the mentions, their pairs read the text as well.

Shapes: B sentences, L tokens, M spans (of all sentences in the batch; span 0 is "nobody"), P ordered pairs of spans,
D = 384 wide.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training.labels import EVENT_LABELS, MODALITIES, MODES, SECTORS

LONGEST = 160
"""Tokens of a sentence that the network reads; the longest corpus sentence has fewer."""
TAGS = ["O", "B", "I"]
DISTANCES = 17
"""Buckets of the distance (tokens) from a token to a span: 0 inside, 1–8 after, 9–16 before."""


@dataclass(frozen=True)
class Size:
    """Numbers that fix the shape of the network."""

    layers: int = 6  # that every sentence passes; mentions are tagged on the last of them
    upper: int = 4  # that only sentences with mentions pass, their pairs along with the text
    width: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 250002
    positions: int = LONGEST
    span: int = 256
    look_width: int = 128


class Dropout(nn.Module):
    """Dropout that takes its mask from a pool drawn once: drawing one anew takes 2.2 ms of a layer's 8 (24 sentences)."""

    POOL = 1 << 22

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.pool: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        room = self.POOL - x.numel()
        if not self.training or not self.share:
            return x
        if room <= 0:
            return F.dropout(x, self.share, True)
        if self.pool is None:
            self.pool = (torch.rand(self.POOL) >= self.share) / (1 - self.share)
        at = int(torch.randint(room, ()))
        return x * self.pool[at:at + x.numel()].view_as(x).to(x.dtype)


class Layer(nn.Module):
    """One BERT layer (post-norm), for text and for pairs that read the text."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def split(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """x (B, L, D) → queries, keys, values, each (B, heads, L, D / heads)."""
        b, n, d = x.shape
        q, k, v = (part.reshape(b, n, self.heads, d // self.heads).transpose(1, 2) for part in self.qkv(x).split(d, -1))
        return q, k, v

    def rest(self, x: Tensor, mixed: Tensor) -> Tensor:
        """What follows attention, for rows of any shape (…, D)."""
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))

    def forward(self, x: Tensor, bias: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """x (B, L, D), bias (B, 1, 1, L) of 0 or a large negative → (B, L, D), and the keys and values it used."""
        q, k, v = self.split(x)
        attention = F.softmax(q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5 + bias, -1)
        return self.rest(x, (attention @ v).transpose(1, 2).reshape(x.shape)), k, v

    def read(self, x: Tensor, at: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
        """Pairs read the text, and each itself, with the same weights: x (1, P, D); at (P, 2) of sentence and place among
        its pairs; k, v (B, heads, L, D / heads) of the text; bias (B, heads, N, L) for up to N pairs a sentence."""
        b, heads, most, _ = bias.shape
        own = self.qkv(x)
        padded = own.new_zeros(b, most, own.shape[-1]).index_put((at[:, 0], at[:, 1]), own[0])
        q, self_k, self_v = (part.reshape(b, most, heads, -1).transpose(1, 2) for part in padded.split(x.shape[-1], -1))
        scale = q.shape[-1] ** 0.5
        scores = torch.cat([q @ k.transpose(-1, -2) / scale + bias, (q * self_k).sum(-1, keepdim=True) / scale], -1)
        attention = F.softmax(scores, -1)
        mixed = attention[..., :-1] @ v + attention[..., -1:] * self_v
        return self.rest(x, mixed.transpose(1, 2).reshape(b, most, -1)[at[:, 0], at[:, 1]][None])


class Encoder(nn.Module):
    """multilingual-e5-small's first layers, with the tag head on top."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(size.vocabulary, size.width)
        self.places = nn.Embedding(size.positions, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = Dropout(dropout)
        self.tags = nn.Linear(size.width, len(TAGS))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """ids, mask (B, L) → hidden (B, L, D), tag logits (B, L, 3)."""
        return self.upper(self.words(ids), mask)

    def upper(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """All above the word embeddings: words (B, L, D), mask (B, L)."""
        x = self.dropout(self.norm(words + self.places.weight[: words.shape[1]]))
        bias = shut(mask, x)
        for layer in self.layers:
            x, _, _ = layer(x, bias)
        return x, self.tags(x)


def shut(mask: Tensor, x: Tensor) -> Tensor:
    """What to add to attention so that padding is not seen: mask (B, L) → (B, 1, 1, L)."""
    return (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4


class Heads(nn.Module):
    """From hidden states, spans and pairs to sectors, types, modality, mode, trigger, speaker.

    Each pair of mentions is a token of its own in the upper layers: it begins as a mixture of its source and target,
    reads the text (which does not see it) and knows by a learned bias how far each word is from both.
    """

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        s = size.span
        self.source, self.target = nn.Linear(3 * size.width, size.width), nn.Linear(3 * size.width, size.width)
        self.begin = nn.LayerNorm(size.width)
        self.nobody = nn.Parameter(torch.randn(2, size.width) * 0.02)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.upper))
        self.near_source = nn.Parameter(near_at_first(size, 0))
        self.near_target = nn.Parameter(near_at_first(size, 2))
        self.span = nn.Sequential(nn.Linear(3 * size.width, s), nn.GELU(), nn.LayerNorm(s))
        self.sector = nn.Sequential(nn.Dropout(dropout), nn.Linear(s, len(SECTORS)))
        self.actor, self.acted = nn.Linear(s, s), nn.Linear(s, s)
        self.query, self.key = nn.Linear(size.width, size.look_width), nn.Linear(size.width, size.look_width)
        self.pair = nn.Sequential(nn.Linear(3 * s + size.width, 384), nn.GELU(), nn.LayerNorm(384), nn.Dropout(2 * dropout))
        self.kind = nn.Linear(384, len(EVENT_LABELS))
        self.modality_all = nn.Linear(384, len(MODALITIES))
        self.modality_each = nn.Linear(384, len(EVENT_LABELS) * len(MODALITIES))
        self.mode = nn.Linear(384, len(MODES))
        self.says, self.said = nn.Linear(384, 128), nn.Linear(s, 128)

    def pooled(self, hidden: Tensor, spans: Tensor) -> Tensor:
        """First, last and mean of the tokens of M spans: hidden (B, L, D), spans (M, 3) → (M, 3 D)."""
        sentence, first, last = spans.unbind(1)
        at = torch.arange(hidden.shape[1], device=hidden.device)[None]
        within = ((at >= first[:, None]) & (at <= last[:, None])).to(hidden.dtype)[:, :, None]
        own = hidden.index_select(0, sentence)
        mean = (own * within).sum(1) / within.sum(1).clamp(min=1)
        rows = torch.arange(spans.shape[0], device=hidden.device)
        return torch.cat([own[rows, first], own[rows, last], mean], -1)

    def distance(self, spans: Tensor, length: int) -> Tensor:
        """Bucketed token distance of each token to each span: spans (M, 3) → one-hot (M, L, 18), the last for nobody."""
        at = torch.arange(length, device=spans.device)[None]
        first, last = spans[:, 1:2], spans[:, 2:3]
        after, before = (at - last).clamp(min=0), (first - at).clamp(min=0)
        near = torch.where(after > 0, after.clamp(max=8), torch.where(before > 0, before.clamp(max=8) + 8, 0 * at))
        anybody = torch.arange(spans.shape[0], device=spans.device)[:, None] > 0
        return F.one_hot(torch.where(anybody, near, 0 * near + DISTANCES), DISTANCES + 1).to(self.near_source.dtype)

    def forward(self, hidden: Tensor, mask: Tensor, spans: Tensor, pairs: Tensor) -> tuple[Tensor, ...]:
        """hidden (B, L, D), mask (B, L), spans (M, 3) with row 0 for nobody, pairs (P, 4) of sentence, place among its
        pairs, source and target span → sector (M, 25), type (P, 25), modality (P, 25, 4), mode (P, 83), look (P, L),
        speaker (P, M) logits."""
        i, j = pairs[:, 2], pairs[:, 3]
        at = pairs[:, :2]
        near = self.distance(spans, hidden.shape[1])
        x = self.first(self.pooled(hidden, spans), i, j)[None]
        closed = shut(mask, hidden)
        most = pairs[:, 1].max() + 1
        text = hidden
        for n, layer in enumerate(self.layers):
            by_pair = self.by_pair(n, near, i, j)
            bias = by_pair.new_zeros(hidden.shape[0], most, *by_pair.shape[1:]).index_put((at[:, 0], at[:, 1]), by_pair)
            text, k, v = layer(text, closed)
            x = layer.read(x, at, k, v, bias.permute(0, 3, 1, 2) + closed)
        return self.answers(text, x[0], spans, pairs, closed)

    def answers(self, text: Tensor, x: Tensor, spans: Tensor, pairs: Tensor, closed: Tensor | None = None) -> tuple[
            Tensor, ...]:
        """From the last states of text (B, L, D) and pairs (P, D) to the labels; closed (B, 1, 1, L) shuts padding."""
        sentence, i, j = pairs[:, 0], pairs[:, 2], pairs[:, 3]
        vectors = self.span(self.pooled(text, spans)) * (torch.arange(spans.shape[0], device=spans.device) > 0)[:, None]
        look = torch.einsum("pw,plw->pl", self.query(x), self.key(text).index_select(0, sentence))
        look = look / self.size.look_width**0.5
        if closed is not None:
            look = look + closed[:, 0, 0].index_select(0, sentence)
        source, target = self.actor(vectors)[i], self.acted(vectors)[j]
        pair = self.pair(torch.cat([source, target, source * target, x], -1))
        modality = self.modality_all(pair)[:, None, :] + self.modality_each(pair).reshape(
            -1, len(EVENT_LABELS), len(MODALITIES))
        speaker = self.says(pair) @ self.said(vectors).transpose(0, 1) / 128**0.5
        same = (spans[None, :, 0] == sentence[:, None]) | (torch.arange(spans.shape[0], device=spans.device) == 0)[None]
        speaker = speaker + (1.0 - same.to(speaker.dtype)) * -1e4
        return self.sector(vectors), self.kind(pair), modality, self.mode(pair), look, speaker

    def by_pair(self, layer: int, near: Tensor, i: Tensor, j: Tensor) -> Tensor:
        """What each pair's attention to each word gains by distance: near (M, L, 18), i and j (P,) → (P, L, heads)."""
        return (near @ self.near_source[layer]).index_select(0, i) + (near @ self.near_target[layer]).index_select(0, j)

    def first(self, pooled: Tensor, i: Tensor, j: Tensor) -> Tensor:
        """The pairs before they read: pooled (M, 3 D), i and j (P,) → (P, D)."""
        source, target = self.source(pooled), self.target(pooled)
        source = torch.cat([self.nobody[:1].to(source.dtype), source[1:]], 0)
        target = torch.cat([self.nobody[1:].to(target.dtype), target[1:]], 0)
        return self.begin(source[i] + target[j])


class OneSentence(nn.Module):
    """The heads for a single sentence, as they are exported: text and pairs are rows of one matrix, so that each of a
    layer's products is made once; what a row may see is a bias. The same numbers as `Heads`, up to rounding."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, hidden: Tensor, spans: Tensor, pairs: Tensor) -> tuple[Tensor, ...]:
        """hidden (1, L, D), spans (M, 3), pairs (P, 4), as `Heads` has them → as `Heads` gives them."""
        heads, length, count = self.heads, hidden.shape[1], pairs.shape[0]
        i, j = pairs[:, 2], pairs[:, 3]
        near = heads.distance(spans, length)
        x = torch.cat([hidden, heads.first(heads.pooled(hidden, spans), i, j)[None]], 1)
        at = torch.arange(count, device=hidden.device)
        others = (at[:, None] != at[None]).to(hidden.dtype) * -1e4
        unseen = hidden.new_full((1, 1, 1), -1e4).expand(heads.size.heads, length, count)
        open_ = hidden.new_zeros(1, 1, 1).expand(heads.size.heads, length, length)
        for n, layer in enumerate(heads.layers):
            by_pair = heads.by_pair(n, near, i, j)
            pair_rows = torch.cat([by_pair.permute(2, 0, 1), others[None].expand(heads.size.heads, count, count)], 2)
            x, _, _ = layer(x, torch.cat([torch.cat([open_, unseen], 2), pair_rows], 1)[None])
        return heads.answers(x[:, :length], x[0, length:], spans, pairs)


def near_at_first(size: Size, head: int) -> Tensor:
    """The bias by distance before training: two heads of each layer look at the span itself."""
    bias = torch.zeros(size.upper, DISTANCES + 1, size.heads)
    bias[:, 0, head:head + 2] = 4.0
    return bias


class Network(nn.Module):
    """Encoder and heads together, as they are trained."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.encoder, self.heads = Encoder(size, dropout), Heads(size, dropout)


def start(folder: Path, keep: list[int], layers: int, upper: int) -> Network:
    """The network with the start weights of `folder` (config.json, model.safetensors, BERT names),
    its vocabulary cut to the rows `keep`."""
    config = json.loads((folder / "config.json").read_text("utf-8"))
    size = Size(layers=layers, upper=upper, width=config["hidden_size"], heads=config["num_attention_heads"],
                inner=config["intermediate_size"], vocabulary=len(keep), positions=LONGEST)
    weights = load_file(folder / "model.safetensors")
    network = Network(size)
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"][keep])
        places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        encoder.places.weight.copy_(places[:size.positions])
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for n, layer in enumerate([*encoder.layers, *network.heads.layers]):
            _copy_layer(layer, weights, f"encoder.layer.{n}")
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
