"""Fill the README with real output: `python docs/fill.py` runs the commands between its begin and end marks.

`--figures` measures anew too (minutes): benchmarks.speed, benchmarks.relations, training.evaluate; it writes the
table of the README, docs/languages.md and docs/confidence.md.
"""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- begin: (.+?) -->\n)(.*?)(<!-- end -->\n)", re.DOTALL)
FIGURES = re.compile(r"(<!-- begin figures -->\n)(.*?)(<!-- end figures -->\n)", re.DOTALL)
BENCHMARK = ROOT.parent / "shared" / "dev" / "plv_dev.tsv"


LANGUAGES = """\
# Languages

Sentences in the corpus, and figures on its held-out tenth, end to end: F1, precision and recall of (source country, type, target country);
of the events found the share with the right modality, speaker's country (none: the paper) and sectors; texts without events that gave
one. `python -m training.evaluate` makes them. A held-out tenth of one language is some 30 sentences: differences of a few points between languages mean nothing.

| code | name | sentences | held out | F1 | precision | recall | modality | speaker | sectors | false alarms |
|---|---|---|---|---|---|---|---|---|---|---|
ROWS

## What a language table holds

`[furniture]` words of sites by kind: connect, share, published, signup, advertisement, trending, related, comments, navigation, disclaimer,
sections, byline, correspondent · `[nationality]` and `[capitals]` by ISO alpha-3 · `[roles]` by sector · `[former]` · `[saying]` words of saying: verbs, plain (without "that"),
denials, that, sources ("according to"), after (the same behind its noun), to (before whom is spoken to), titles (words before a name in quotation
marks) · `[reference]` both ("both countries"), all ("the parties"), we, and · `[ties]` member · `[time]` words of time by their part (`knowledge/calendar.py` lists them) · `[where]` what stands
around a place's name: before, after, endings, prefixes, fillers ("the city of"), region, over ("fighting over"; areas only), toward ("to" as well
as "in"), cases (`ending=other|other`), names (`US=USA`), cities (`Genf=2660646`, a GeoNames id), not_names. `*` at the end: any ending. Languages without a table are coded with CLDR's and GeoNames' names alone.
"""


CONFIDENCE = """\
# What confidence means

Every event and tie carries `confidence`, 0–1: the network's probability that the pair of actors stands in this relation. The logits are
divided by a temperature fitted on the held-out tenth of the corpus (`python -m training.calibrate`; here TEMPERATURE), so that the number is
about the share that is right. The card of the model (`models/<name>/card.toml`) names for each type the probability from which a pair has
it; `dragoman code --min-confidence 0.7` leaves out what is less sure, and `Coded.surer(0.7)` does the same in Python.

Reliability on the held-out tenth, mentions given, pairs by the probability of their best type:

| mean confidence | right | pairs |
|---|---|---|
ROWS
Thresholds: THRESHOLDS.

An actor's country may be borrowed from the sentence or the article; `score` of the actor says how sure that is, and is no part of the
event's confidence. A statement's confidence is set by rule: quoted words stand higher than reported ones.
"""


def output(command: str) -> str:
    """What a `dragoman …` command prints; ` | head -1` keeps the first line."""
    words, _, head = command.partition(" | ")
    done = subprocess.run([sys.executable, "-m", *shlex.split(words)], capture_output=True, check=True, cwd=ROOT)
    text = done.stdout.decode()
    return text.split("\n")[0] + "\n" if head else text


def block(command: str) -> str:
    """A README block: the command and its output, indented."""
    shown = "\n".join(line.rstrip() for line in output(command).rstrip().split("\n"))
    return "".join(f"    {line}".rstrip() + "\n" for line in [f"$ {command}", *shown.split("\n")])


def filled(text: str) -> str:
    """The README's text with every block run again."""
    return BLOCK.sub(lambda m: m[1] + block(m[2]) + m[4], text)


def measured(*module: str) -> list[dict]:
    """The JSON objects that a benchmark prints."""
    done = subprocess.run([sys.executable, "-m", *module], capture_output=True, check=True, cwd=ROOT)
    lines = [line for line in done.stdout.decode().splitlines() if "{" in line]
    return [json.loads(line[line.index("{"):]) | {"line": line} for line in lines]


def figures_table(held: dict) -> str:
    """The README's table of figures, each with its command."""
    speed = measured("benchmarks.speed")[0]
    rows = [("sentences a second, one core, text to events", f"{speed['sentences_per_second']}",
             "python -m benchmarks.speed"),
            ("peak memory", f"{speed['peak_memory_mb']} MB", "python -m benchmarks.speed"),
            ("share of the time inside the network", f"{speed['network_share']}", "python -m benchmarks.speed")]
    if BENCHMARK.exists():
        relations = measured("benchmarks.relations", str(BENCHMARK))[0]
        rows.append(("PLV, development half: types / quads, macro-F1",
                     f"{relations['root_macro_f1']} / {relations['quad_macro_f1']}",
                     "python -m benchmarks.relations FILE.tsv"))
    rows += [("held-out tenth of the corpus: F1 of (source country, type, target country)", f"{held['f1']}",
              "python -m training.evaluate"),
             ("of those found: modality right / sectors right", f"{held['modality_right']} / {held['sectors_right']}",
              "python -m training.evaluate"),
             ("held-out texts without events that gave one", held["false_alarms"], "python -m training.evaluate"),
             ("our own sentences in 22 languages (tables by the same hands): date and precision right",
              f"{measured('benchmarks.times')[-1]['date']}", "python -m benchmarks.times"),
             ("the same: country and resolution of the place right", f"{measured('benchmarks.places')[0]['country']}",
              "python -m benchmarks.places")]
    rows += actor_rows()
    for row in measured("benchmarks.incidents", "--half", "B"):
        rows.append((f"incidents, held-out half of the gold, {row['method']}: B³ / pairwise F1",
                     f"{row['b3_f1']} / {row['pair_f1']}", "python -m benchmarks.incidents"))
    return "".join(["| what | figure | command |\n|---|---|---|\n",
                    *(f"| {what} | {figure} | `{command}` |\n" for what, figure, command in rows)])


def actor_rows() -> list[tuple[str, str, str]]:
    """The README's rows about resolving actors."""
    names, speed = measured("benchmarks.countries")[0], measured("benchmarks.actor_speed")[0]
    return [("names of all ISO countries in pycountry's translations, 22 languages: state right", f"{names['right']}",
             "python -m benchmarks.countries"),
            ("actors resolved a second, alone: first time / again",
             f"{speed['per_second']['alone_first']:,} / {speed['per_second']['alone_again']:,}",
             "python -m benchmarks.actor_speed"),
            ("tables of all languages / with what they remember", f"{speed['tables_mb']} / {speed['with_caches_mb']} MB",
             "python -m benchmarks.actor_speed")]


def languages_page(by_language: dict[str, dict]) -> str:
    """docs/languages.md: corpus size and held-out figures of each language."""
    sys.path.insert(0, str(ROOT))
    from dragoman.knowledge.load import languages
    from training.corpus import corpus_files, load

    counts = Counter(s.language for s in load(corpus_files()))
    keys = ("texts", "f1", "precision", "recall", "modality_right", "speaker_right", "sectors_right", "false_alarms")
    rows = [f"| {code} | {languages()[code].name if code in languages() else '–'} | {counts[code]} | "
            + " | ".join(str(figures[key]) for key in keys) + " |\n" for code, figures in sorted(by_language.items())]
    return LANGUAGES.replace("ROWS\n", "".join(rows))


def confidence_page() -> str:
    """docs/confidence.md: what the card of the newest model says of its calibration."""
    from dragoman.recognize.encoder import newest

    card = tomllib.loads((newest() / "card.toml").read_text("utf-8"))
    rows = "".join(f"| {mean} | {right} | {count} |\n" for mean, right, count in card["calibration"]["reliability"])
    each = ", ".join(f"{name} {value}" for name, value in card["thresholds"].items())
    return (CONFIDENCE.replace("TEMPERATURE", str(card["calibration"]["temperature"])).replace("ROWS\n", rows)
            .replace("THRESHOLDS", each))


def main() -> None:
    text = filled(README.read_text("utf-8"))
    if "--figures" in sys.argv:
        held = measured("training.evaluate")
        table = figures_table(held[0]["all"])
        text = FIGURES.sub(lambda m: m[1] + table + m[3], text)
        (ROOT / "docs" / "languages.md").write_text(
            languages_page({row.pop("line").split(" ")[0]: row for row in held[1:]}), "utf-8")
        (ROOT / "docs" / "confidence.md").write_text(confidence_page(), "utf-8")
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
