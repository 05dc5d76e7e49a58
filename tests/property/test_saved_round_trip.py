"""Laws of saving and loading: nothing is lost on the way, whatever a person typed."""

import random
from typing import Any

import pytest

from aids.runtime.markup import node
from aids.runtime.saved import json_text, read_saved
from aids.runtime.saved_html import html_text
from tests.property.random_saved import document

DOCUMENTS = 1_000


def test_json_loads_what_was_saved() -> None:
    """Of 1,000 random documents each is the same after saving as JSON and loading, without any fault."""
    for seed in range(DOCUMENTS):
        saved = document(seed)
        assert read_saved(json_text(saved), "werkblad.json") == (saved, []), seed


def test_html_loads_what_was_saved() -> None:
    """Of 1,000 random documents each is the same after saving as HTML and loading, whatever its body shows."""
    for seed in range(DOCUMENTS):
        saved = document(seed)
        body = [node("p", None, str(saved["notes"]))]
        assert read_saved(html_text(saved, "Proef", body), "werkblad.html") == (saved, []), seed


@pytest.mark.parametrize("seed", range(20))
def test_the_same_document_gives_the_same_bytes(seed: int) -> None:
    """The order in which a page happened to fill a document in does not show in its files."""
    saved = document(seed)
    turned = shuffled(saved, random.Random(seed))  # noqa: S311  test data
    assert json_text(turned) == json_text(saved)
    assert html_text(turned, "Proef", []) == html_text(saved, "Proef", [])


@pytest.mark.parametrize("form", ["json", "html"])
def test_a_file_cut_off_anywhere_is_refused(form: str) -> None:
    """No beginning of a file is taken for a whole one, and none of them raises."""
    saved = document(3)
    text = json_text(saved).rstrip() if form == "json" else html_text(saved, "Proef", [])
    end = len(text) if form == "json" else text.rindex("</script>")
    for stop in range(0, end, max(1, end // 400)):
        found, faults = read_saved(text[:stop], "half.html")
        assert found is None
        assert faults[0].code in ("half", "leeg", "vreemd-bestand", "geen-json")


@pytest.mark.parametrize("seed", range(200))
def test_what_was_damaged_is_never_raised(seed: int) -> None:
    """A file with characters changed anywhere gives a document or a reason, and what is read can be saved again."""
    dice = random.Random(seed)  # noqa: S311  test data
    text = list(json_text(document(seed)))
    for _ in range(dice.randint(1, 8)):
        text[dice.randrange(len(text))] = dice.choice('{}[]",:0\\x\0\u202e<é')
    found, faults = read_saved("".join(text), "stuk.json")
    assert found is not None or faults
    if found is not None:
        assert read_saved(json_text(found), "stuk.json") == (found, [])


def shuffled(value: Any, dice: random.Random) -> Any:  # noqa: ANN401  JSON data
    """Return the same data with its names in another order."""
    if isinstance(value, dict):
        return {name: shuffled(value[name], dice) for name in dice.sample(list(value), len(value))}
    return [shuffled(item, dice) for item in value] if isinstance(value, list) else value
