"""The network's label lists, in the order of its output columns."""

from training.corpus import MODALITIES, SECTORS, TIES, TYPES

EVENT_LABELS = ["none", *TYPES, *TIES]
MODES = [(name, mode) for name, modes in TYPES.items() for mode in ["", *modes]]

__all__ = ["EVENT_LABELS", "MODALITIES", "MODES", "SECTORS"]
