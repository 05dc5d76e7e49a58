"""Laws of docs/schema/saved.json: what a page writes fits, and what does not fit is never read without a word."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aids.runtime.saved import json_text, read_saved
from tests.property.random_saved import case, respondent

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/saved.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
OTHERS: tuple[object, ...] = (None, True, -1, 1.5, "On zin!", "x" * 20_000, [["x"]], {"x y": {}})
"""Values that fit hardly anywhere."""


def documents(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield random documents of every kind, in normal form, some of them with a group."""
    dice = random.Random(seed)  # noqa: S311  the same each time
    for _ in range(count):
        saved = dice.choice([respondent, case])(dice)
        if saved["kind"] == "scan" and dice.random() < 0.5:
            saved["group"] = [{**respondent(dice), "tree": saved["tree"]} for _ in range(dice.randrange(1, 3))]
        yield saved


def test_the_schema_is_one() -> None:
    """The schema itself is sound."""
    Draft202012Validator.check_schema(SCHEMA)


def test_what_is_written_fits() -> None:
    """Every document in normal form fits, as does the text that a file gets."""
    for saved in documents(200, seed=1):
        assert [error.message for error in VALIDATOR.iter_errors(json.loads(json_text(saved)))] == []


def test_what_does_not_fit_is_told() -> None:
    """A document changed in one place is read without a word only if it fits the schema."""
    refused = 0
    for number, saved in enumerate(documents(60, seed=2)):
        dice = random.Random(number)  # noqa: S311  the same each time
        for _ in range(12):
            changed = json.loads(json.dumps(saved))
            put(changed, dice)
            fits = VALIDATOR.is_valid(changed)
            refused += not fits
            _, faults = read_saved(json.dumps(changed), "proef.json")
            assert faults or fits, changed
    assert refused > 300


def put(data: Any, dice: random.Random) -> None:  # noqa: ANN401  JSON data
    """Put a value that hardly fits somewhere in the data."""
    while True:
        keys = list(data) if isinstance(data, dict) else range(len(data))
        key = dice.choice(list(keys))
        if isinstance(data[key], dict | list) and data[key] and dice.random() < 0.7:
            data = data[key]
            continue
        data[key] = dice.choice(OTHERS)
        return


@pytest.mark.parametrize("name", ["format", "schema", "kind", "tree", "version", "rules", "saved", "answers"])
def test_what_must_be_there_is_told_when_it_is_not(name: str) -> None:
    """Without one of these a file neither fits nor is read in silence."""
    for saved in documents(6, seed=3):
        del saved[name]
        assert not VALIDATOR.is_valid(saved)
        assert read_saved(json.dumps(saved), "proef.json")[1]
