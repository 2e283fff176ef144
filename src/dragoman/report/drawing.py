"""Text laid out in lines, for drawings that have no browser to do it."""

import unicodedata


def width(text: str) -> float:
    """About how wide a text is, in ems: wide letters 1, capitals .7, others .56, marks that stand on another letter 0."""
    total = 0.0
    for letter in text:
        if unicodedata.combining(letter):
            continue
        wide = unicodedata.east_asian_width(letter) in "WF" or letter in "mwMW@—"
        total += 1.0 if wide else (.7 if letter.isupper() else .56)
    return total


def lines(text: str, ems: float) -> list[str]:
    """The text in lines of at most `ems`; a word that is longer is broken, and so is text without spaces."""
    found, line = [], ""
    for word in text.split():
        for part in _parts(word, ems):
            candidate = f"{line} {part}" if line else part
            if width(candidate) <= ems:
                line = candidate
            else:
                found.append(line)
                line = part
    return [row for row in (*found, line) if row]


def _parts(word: str, ems: float) -> list[str]:
    if width(word) <= ems:
        return [word]
    parts, part = [], ""
    for letter in word:
        if width(part + letter) > ems:
            parts.append(part)
            part = ""
        part += letter
    return [*parts, part]
