"""Cut the start vocabulary (250,002 pieces) to the scripts we serve, so that the model stays small."""

import json
import unicodedata
from collections import Counter
from pathlib import Path

from tokenizers import Tokenizer

SCRIPTS = {"LATIN": 60_000, "CYRILLIC": 27_000, "CJK": 16_000, "ARABIC": 14_423, "DEVANAGARI": 7_515, "GREEK": 3_000,
           "HEBREW": 5_141, "GEORGIAN": 3_770, "ARMENIAN": 3_518, "BENGALI": 2_344, "OTHER": 6_007}
"""Pieces kept of each script, best-scored first. All of a served script, but of Latin the first 60,000 of
110,090, of Cyrillic 27,000 of 31,670, of CJK 16,000 of 17,774: the rest are rare pieces, and the words that used
them are spelt with shorter ones. Pieces that the corpus uses are kept in any case."""


def script(piece: str) -> str:
    """The script of most letters of a piece; OTHER for digits and punctuation."""
    counts = Counter(unicodedata.name(c, "OTHER").split()[0] for c in piece if c.isalpha())
    return counts.most_common(1)[0][0] if counts else "OTHER"


def cut(tokenizer: Path, out: Path, texts: list[str]) -> list[int]:
    """Write the smaller tokenizer and return the rows of the old vocabulary that it keeps, in order.

    texts: whose pieces are kept whatever their rank.
    """
    used = {n for e in Tokenizer.from_file(str(tokenizer)).encode_batch(texts) for n in e.ids}
    whole = json.loads(tokenizer.read_text("utf-8"))
    pieces = whole["model"]["vocab"]
    special = {t["content"] for t in whole["added_tokens"]}
    room = dict(SCRIPTS)
    keep = []
    for row, (piece, _) in enumerate(pieces):
        kind = script(piece.replace("▁", ""))
        if piece in special or row in used or room.get(kind, 0) > 0:
            keep.append(row)
            room[kind] = room.get(kind, 0) - 1
    new = {row: n for n, row in enumerate(keep)}
    whole["model"]["vocab"] = [pieces[row] for row in keep]
    whole["model"]["unk_id"] = new[whole["model"]["unk_id"]]
    for token in whole["added_tokens"]:
        token["id"] = new[token["id"]]
    for token in whole["post_processor"]["special_tokens"].values():
        token["ids"] = [new[n] for n in token["ids"]]
    out.write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return keep
