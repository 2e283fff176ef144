"""Score the country and sector of the corpus' own mentions: `python -m benchmarks.mentions [--held-out] [--misses N]`.

Every mention of `training/corpus/*.txt` is resolved within its sentence. Prints one JSON object for all and one a
language: share of countries right; share of sectors right by the tables alone (no network). --misses lists some.
"""

import argparse
import json
from collections import Counter, defaultdict

from dragoman.recognize.actors import background, resolve
from dragoman.records import Article, Mention, Sentence
from training.corpus import MarkedSentence, corpus_files, held_out, load


def article(sentence: MarkedSentence) -> Article:
    return Article("", "", "", "", "", "", None, sentence.language, sentence.text, (), "", "")


def answers(sentence: MarkedSentence) -> list[tuple[str, str, str, str, str, str]]:
    """(words, gold country, country, gold sector, sector, how) of each mention."""
    page = article(sentence)
    mentions = tuple(Mention(m.start, m.end, sentence.text[m.start:m.end], "", 0.0) for m in sentence.mentions)
    actors = resolve(mentions, Sentence(0, len(sentence.text), sentence.text), page, background(page))
    return [(a.mention.text, m.country, a.country, m.sector, a.sector, a.how) for m, a in zip(sentence.mentions, actors)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="the tenth that is never trained on alone")
    parser.add_argument("--misses", type=int, default=0, help="list this many of each language's misses")
    parser.add_argument("--language", default="", help="one language alone")
    given = parser.parse_args()
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    missed: dict[str, list[str]] = defaultdict(list)
    for sentence in load(corpus_files()):
        if (given.held_out and not held_out(sentence)) or given.language not in ("", sentence.language):
            continue
        for words, country, ours, sector, told, how in answers(sentence):
            for key in ("all", sentence.language):
                tally[key].update(n=1, country=country == ours, sector=sector == told)
            if country != ours or sector != told:
                missed[sentence.language].append(f"{words} | {country}/{sector} | {ours}/{told} | {how}")
    for key, count in tally.items():
        print(key, json.dumps({"mentions": count["n"], "country": round(count["country"] / count["n"], 4),
                               "sector": round(count["sector"] / count["n"], 4)}))
        for line in missed[key][:: max(1, len(missed[key]) // max(1, given.misses))][:given.misses]:
            print("   ", line)


if __name__ == "__main__":
    main()
