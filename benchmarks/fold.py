"""Fold our type and modality into one type, as gold without modality has it (codebook, E2: the ZSP table).

CONCEDE and RETREAT count as YIELD there. future or hypothetical: verbal and material cooperation → AGREE,
material conflict → THREATEN, verbal conflict stays. negated: verbal cooperation → REJECT, material cooperation
→ SANCTION, but YIELD → REJECT (not to yield is to refuse); verbal conflict → AGREE, material conflict → YIELD.
"""

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.load import event_types

YIELD = ("CONCEDE", "RETREAT")
COMING = {"verbal-cooperation": "AGREE", "material-cooperation": "AGREE", "material-conflict": "THREATEN"}
DENIED = {"verbal-cooperation": "REJECT", "material-cooperation": "SANCTION", "verbal-conflict": "AGREE",
          "material-conflict": "YIELD"}


def quads() -> dict[str, str]:
    """Quad class of each of the 15 folded types; YIELD counts as material cooperation."""
    folded = {name: kind.quad for name, kind in event_types().items() if name not in YIELD}
    return folded | {"YIELD": "material-cooperation"}


def fold(kind: str, modality: str) -> str:
    """The folded type of a type and modality."""
    same = "YIELD" if kind in YIELD else kind
    quad = event_types()[kind].quad
    if modality in ("future", "hypothetical"):
        return COMING.get(quad, same)
    if modality == "negated":
        return "REJECT" if same == "YIELD" else DENIED[quad]
    return same


def fold_table(types: list[str], modalities: list[str], folded: list[str]) -> NDArray[np.float32]:
    """(types, modalities, folded types): 1 where a type and modality fold into a type."""
    table = np.zeros((len(types), len(modalities), len(folded)), np.float32)
    for t, kind in enumerate(types):
        for m, modality in enumerate(modalities):
            table[t, m, folded.index(fold(kind, modality))] = 1
    return table
