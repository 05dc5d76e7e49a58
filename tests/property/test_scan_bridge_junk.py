"""Law of the worker of a scan: whatever stands anywhere in a message, there is a reply and nothing raises."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from aids.runtime.bridge import dump
from aids.runtime.scan.bridge import FORMS, ScanBridge
from aids.runtime.scan.panels import PANELS
from tests.saved_sample import SCAN, respondent

BRIDGE = ScanBridge(SCAN.to_json())
TODAY = "2026-11-22"
JUNK: list[Any] = [
    None, 3, -1, 1.5, True, "x", "nvt", "2026-13-01", [], [3], [[]], [{}], {}, {"c1": 3}, {"c1": None}, {"c1": {}},
    {"c1": []}, {"c1": {"state": 3}}, {"answer": {}}, {"__proto__": {}},
]  # fmt: skip
AGREED = {"c1": {"answer": "volledig", "reason": "Samen besproken."}}
WORK = {
    "saved": respondent(
        group=[respondent(by={"id": "a" * 32}), respondent(by={"id": "b" * 32}, joint=AGREED)],
        joint=AGREED,
        followup={"c1": {"state": "gedaan", "note": "Klaar."}},
        weights={"c1": 2},
    ),
    "earlier": respondent(version="v0"),
}

type Place = tuple[str | int, ...]


def places(value: Any, place: Place = ()) -> Iterator[Place]:  # noqa: ANN401  JSON data
    """Yield every place in JSON data but the whole."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield (*place, name)
        yield from places(part, (*place, name))


PLACES = list(places(WORK))


def spoilt(place: Place, junk: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    """Return the work with junk at one place."""
    work: dict[str, Any] = json.loads(json.dumps(WORK))
    held: Any = work
    for name in place[:-1]:
        held = held[name]
    held[place[-1]] = junk
    return work


@pytest.mark.parametrize("seed", range(60))
def test_junk_anywhere_gets_a_reply(seed: int) -> None:
    """Every kind of message with junk at any place is answered: with what it asked for, or with an error."""
    dice = random.Random(seed)  # noqa: S311  test data
    work = spoilt(dice.choice(PLACES), dice.choice(JUNK))
    saved = work["saved"]
    file = {"name": "a.json", "saved": saved}
    for message in (
        {"type": "panels", "work": work, "names": dice.sample(list(PANELS), 3)},
        {"type": "gather", "files": [file]},
        {"type": "gather", "files": [file], "region": True},
        {"type": "export", "form": dice.choice(FORMS), "work": work},
        {"type": "read", "name": "a.json", "text": json.dumps(saved)},
        {"type": "consult", "answers": saved, "weights": work},
    ):
        reply = json.loads(BRIDGE.handle(dump({"seq": seed, "today": TODAY, **message})))
        assert reply["seq"] == seed
        assert reply["type"] in ("error", "view" if message["type"] == "consult" else message["type"])
