"""Train the network on the corpus, from start weights to a checkpoint: the whole run on one page.

usage: python -m training.train --start FOLDER [--run NAME] [--layers 6] [--epochs 14] [--seed 1] …

1 cut the vocabulary · 2 read the corpus, hold out a tenth · 3 train, a checkpoint an epoch (Ctrl-C
and start again: it goes on) · 4 average the last epochs · 5 score the held-out tenth.
"""

import argparse
import hashlib
import json
import math
import random
import subprocess
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from training import augment, vocabulary
from training.batches import IGNORE, Batch, batches, collate, encode
from training.corpus import MarkedSentence, corpus_files, held_out, load
from training.labels import EVENT_LABELS, MODES
from training.network import Network, start

RUNS = Path(__file__).parent / "runs"


@dataclass(frozen=True)
class Recipe:
    """All that a run depends on besides corpus and start weights; written into the model's card."""

    layers: int = 6  # below the mentions
    upper: int = 4  # above them, where pairs read the text
    epochs: int = 14
    batch: int = 24  # sentences
    seed: int = 1
    encoder_rate: float = 2e-4
    heads_rate: float = 1e-3
    warmup: float = 0.08  # share of the steps
    decay: float = 0.01
    swap: bool = True
    noise: bool = True
    join: bool = True
    all_text: bool = False  # True: train on the held-out tenth too (never for a published figure)
    languages: str = ""  # comma-joined; empty: all
    positive: float = 2.0  # weight of pairs with an event against pairs with none
    average: int = 3  # epochs whose weights are averaged at the end
    begin: str = ""  # run whose weights to begin with instead of the start weights


def loss_of(network: Network, batch: Batch, positive: float) -> tuple[torch.Tensor, dict[str, float]]:
    """The summed losses of one batch, and each by name."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, tags = network.encoder(batch.ids, batch.mask)
    hidden, tags = hidden.float(), tags.float()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers = network.heads(hidden, batch.mask, batch.spans, batch.pairs)
    sector, type_, modality, mode, look, speaker = (answer.float() for answer in answers)
    has = 1.0 - batch.types[:, 0]
    weight = 1.0 + has * (positive - 1.0)
    label = batch.types.argmax(-1)
    rows = torch.arange(len(label))
    triggered = batch.look.sum(-1) > 0
    losses = {
        "tags": F.cross_entropy(tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORE),
        "sector": F.cross_entropy(sector, batch.sectors, ignore_index=IGNORE),
        "type": 2.0 * (-(F.log_softmax(type_, -1) * batch.types).sum(-1) * weight).sum() / weight.sum().clamp(min=1)
        * 2.0,
        "modality": 0.5 * _mean(F.cross_entropy(modality[rows, label], batch.modality, ignore_index=IGNORE)),
        "mode": 0.3 * _mean(_mode_loss(mode, batch.mode)),
        "look": 0.3 * _mean(-(F.log_softmax(look, -1) * batch.look).sum(-1)[triggered].mean()),
        "speaker": 0.3 * _mean(F.cross_entropy(speaker, batch.speaker, ignore_index=IGNORE)),
    }
    return sum(losses.values()), {name: float(value.detach()) for name, value in losses.items()}


def _mean(loss: torch.Tensor) -> torch.Tensor:
    return torch.nan_to_num(loss)


def _mode_loss(logits: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    """Cross-entropy among the modes of the gold type alone."""
    type_of = torch.tensor([EVENT_LABELS.index(name) for name, _ in MODES])
    wanted = gold.clamp(min=0)
    inside = type_of[None] == type_of[wanted][:, None]
    return F.cross_entropy(logits.masked_fill(~inside, -1e4), gold, ignore_index=IGNORE)


def optimizer_of(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW; word embeddings stay as they are (they are shipped as the 4-bit numbers they came in)."""
    network.encoder.words.weight.requires_grad_(False)
    groups = defaultdict(list)
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            body = name.startswith(("encoder.", "heads.layers.")) and not name.startswith("encoder.tags")
            groups[body, parameter.ndim > 1].append(parameter)
    return torch.optim.AdamW([
        {"params": parameters, "lr": recipe.encoder_rate if body else recipe.heads_rate,
         "weight_decay": recipe.decay if matrix else 0.0} for (body, matrix), parameters in groups.items()],
        fused=True)


def rate(step: int, steps: int, warmup: float) -> float:
    """Linear warm-up, then cosine to a twentieth."""
    at = step / max(1, steps)
    if at < warmup:
        return at / warmup
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (at - warmup) / (1 - warmup)))


def epoch_items(sentences: list[MarkedSentence], pool: augment.Pool, recipe: Recipe, tokenizer: Tokenizer,
                generator: random.Random) -> list:
    changed = sentences
    if recipe.swap:
        changed = [augment.swap(s, pool, generator) for s in changed]
    if recipe.join:
        changed = augment.joined(changed, generator)
    if recipe.noise:
        changed = [augment.noise(s, generator) for s in changed]
    return encode(tokenizer, changed)


def train(recipe: Recipe, start_folder: Path, run: Path) -> Network:
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    everything = load(corpus_files())
    made_from = {"corpus_digest": corpus_digest(), "corpus_sentences": len(everything), "commit": commit()}
    sentences = [s for s in everything if not recipe.languages or s.language in recipe.languages.split(",")]
    keep = vocabulary.cut(start_folder / "tokenizer.json", run / "tokenizer.json", [s.text for s in everything])
    (run / "keep.json").write_text(json.dumps(keep))
    tokenizer = Tokenizer.from_file(str(run / "tokenizer.json"))
    pad = tokenizer.token_to_id("<pad>")
    learn = [s for s in sentences if recipe.all_text or not held_out(s)]
    pool = augment.pool_of(learn)
    network = start(start_folder, keep, recipe.layers, recipe.upper)
    if recipe.begin:
        network.load_state_dict(torch.load(RUNS / recipe.begin / "weights.pt")["weights"], strict=False)
    optimizer = optimizer_of(network, recipe)
    steps = recipe.epochs * math.ceil(len(learn) / recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: rate(n, steps, recipe.warmup))
    first = _resume(run, network, optimizer, schedule, recipe)
    print(f"{len(sentences)} sentences, {len(learn)} to learn from, {steps} steps, from epoch {first + 1}")
    for epoch in range(first, recipe.epochs):
        generator = random.Random(recipe.seed * 1000 + epoch)
        began, seen = time.time(), defaultdict(float)
        network.train()
        items = epoch_items(learn, pool, recipe, tokenizer, generator)
        count = 0
        for batch in batches(items, recipe.batch, pad, generator):
            count += 1
            loss, parts = loss_of(network, batch, recipe.positive)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, value in parts.items():
                seen[name] += value
        shown = " ".join(f"{name} {value / count:.3f}" for name, value in seen.items())
        print(f"epoch {epoch + 1}/{recipe.epochs}: {shown} ({time.time() - began:.0f} s)", flush=True)
        _save(run, epoch, network, (optimizer, schedule), recipe)
    _average(run, network, recipe)
    held = [s for s in sentences if held_out(s)]
    scores = score_pairs(network, encode(tokenizer, held), pad) if held else {}
    torch.save({"weights": trained(network), "recipe": asdict(recipe), "scores": scores, "made_from": made_from},
               run / "weights.pt")
    print(json.dumps(scores))
    return network


def load_run(start_folder: Path, run: Path) -> tuple[Network, dict[str, dict]]:
    """The trained network of a finished run, and what was saved beside it: recipe, scores, made_from."""
    saved = torch.load(run / "weights.pt")
    recipe = saved["recipe"]
    network = start(start_folder, json.loads((run / "keep.json").read_text()), recipe["layers"], recipe["upper"])
    network.load_state_dict(saved.pop("weights"), strict=False)
    return network, saved


def corpus_digest() -> str:
    """SHA-256 over the corpus files in order of name."""
    return hashlib.sha256(b"".join(p.read_bytes() for p in corpus_files())).hexdigest()


def commit() -> str:
    """The commit that the working tree is at; empty outside of git."""
    return subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()


def trained(network: Network) -> dict[str, torch.Tensor]:
    """The weights that training changes (not the word embeddings)."""
    return {name: value for name, value in network.state_dict().items() if name != "encoder.words.weight"}


def _save(run: Path, epoch: int, network: Network, drivers: tuple, recipe: Recipe) -> None:
    optimizer, schedule = drivers
    if epoch >= recipe.epochs - recipe.average:
        torch.save(trained(network), run / f"weights-{epoch}.pt")
    whole = {"epoch": epoch, "weights": trained(network), "optimizer": optimizer.state_dict(),
             "schedule": schedule.state_dict(), "recipe": asdict(recipe), "torch": torch.get_rng_state()}
    torch.save(whole, run / "resume.part")
    (run / "resume.part").rename(run / "resume.pt")


def _resume(run: Path, network: Network, optimizer: torch.optim.Optimizer, schedule, recipe: Recipe) -> int:
    if not (run / "resume.pt").exists():
        return 0
    saved = torch.load(run / "resume.pt", weights_only=False)
    if saved["recipe"] != asdict(recipe):
        raise SystemExit(f"{run} holds a run with another recipe; give another --run or remove the folder")
    network.load_state_dict(saved["weights"], strict=False)
    optimizer.load_state_dict(saved["optimizer"])
    schedule.load_state_dict(saved["schedule"])
    torch.set_rng_state(saved["torch"])
    return saved["epoch"] + 1


def _average(run: Path, network: Network, recipe: Recipe) -> None:
    """Put the mean of the last epochs' weights into the network."""
    saved = [torch.load(run / f"weights-{epoch}.pt") for epoch in range(recipe.epochs - recipe.average, recipe.epochs)]
    mean = {name: torch.stack([weights[name].float() for weights in saved]).mean(0) for name in saved[0]}
    network.load_state_dict(mean, strict=False)


@torch.no_grad()
def score_pairs(network: Network, items: list, pad: int) -> dict[str, float]:
    """Held-out figures with the mentions given: F1 of (source, type, target), modality, mode, sector, tags."""
    network.eval()
    hit = want = have = modality_right = sector_right = sectors = tag_hit = tag_want = tag_have = 0
    for n in range(0, len(items), 32):
        batch = collate(items[n:n + 32], pad)
        hidden, tags = network.encoder(batch.ids, batch.mask)
        sector, type_, modality, *_ = network.heads(hidden, batch.mask, batch.spans, batch.pairs)
        guess, gold = type_.argmax(-1), batch.types.argmax(-1)
        right = (batch.types[torch.arange(len(guess)), guess] > 0) & (guess > 0)
        hit, want, have = hit + int(right.sum()), want + int((gold > 0).sum()), have + int((guess > 0).sum())
        chosen = modality[torch.arange(len(guess)), guess].argmax(-1)
        modality_right += int((chosen == batch.modality)[right].sum())
        scored = batch.sectors != IGNORE
        sector_right += int((sector.argmax(-1) == batch.sectors)[scored].sum())
        sectors += int(scored.sum())
        for row, label in zip(tags.argmax(-1), batch.tags):
            a, b = _chunks(row[label != IGNORE].tolist()), _chunks(label[label != IGNORE].tolist())
            tag_hit, tag_have, tag_want = tag_hit + len(a & b), tag_have + len(a), tag_want + len(b)
    return {"pair_f1": round(2 * hit / max(1, want + have), 4), "pair_precision": round(hit / max(1, have), 4),
            "pair_recall": round(hit / max(1, want), 4), "modality": round(modality_right / max(1, hit), 4),
            "sector": round(sector_right / max(1, sectors), 4),
            "mention_f1": round(2 * tag_hit / max(1, tag_want + tag_have), 4)}


def _chunks(tags: list[int]) -> set[tuple[int, int]]:
    found, first = set(), None
    for n, tag in enumerate([*tags, 0]):
        if first is not None and tag != 2:
            found.add((first, n))
            first = None
        if tag == 1 or (tag == 2 and first is None):
            first = n
    return found


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, help="folder with the start weights")
    parser.add_argument("--run", default="run", help="name of the folder under training/runs")
    for name, default in asdict(Recipe()).items():
        kind = (lambda text: text == "yes") if isinstance(default, bool) else type(default)
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=default, help=f"default {default}")
    return parser.parse_args()


def main() -> None:
    given = vars(arguments())
    folder, run = given.pop("start"), given.pop("run")
    train(Recipe(**given), folder, RUNS / run)


if __name__ == "__main__":
    main()
