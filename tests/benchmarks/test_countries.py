"""Countries by names that were made without CLDR."""

import json
from pathlib import Path

from benchmarks.countries import asked, share

FLOORS = json.loads((Path(__file__).parents[2] / "benchmarks" / "floors.json").read_text("utf-8"))["countries"]


def test_names_of_all_iso_countries_in_all_languages() -> None:
    found = asked()
    assert len(found) > 5_000
    assert share(found) >= FLOORS["right"]
