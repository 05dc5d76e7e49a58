"""Laws of docs/schema/tree.json: editors complete and refuse what the loader takes and refuses."""

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aids.compiler import (
    document,
    loader,
    loader_advice,
    loader_answers,
    loader_changes,
    loader_claims,
    loader_decisions,
    loader_examples,
    loader_fields,
    loader_parts,
    loader_policies,
    loader_questions,
)
from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import Entry as Sample
from aids.compiler.document import Position
from aids.compiler.reading import Entry, Mapping, Node, Reading, Scalar, Sequence, read, read_text
from aids.compiler.reading_text import Source
from aids.compiler.scan import levels as scan_levels
from aids.compiler.scan import loading as scan_loading
from aids.runtime.model import DUTY_WORDS
from tests.unit.compiler.samples import part_text, scan_text, tree_text, unmarked, write_project

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schema" / "tree.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
WHOLE = HERE / "alle-vormen.yml"
WHOLE_SCAN = HERE / "scan" / "alle-vormen.yml"
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
TREES = sorted((ROOT / "decision_trees").rglob("*.yml"))
AT = Position("voorbeeld.yml")
TEXTS = {"tree": tree_text, "part": part_text, "scan": scan_text}
SAMPLES = [entry for entry in CATALOGUE.values() if entry.form in TEXTS]

KEYS = {
    "tree": loader.KEYS,
    "scan": scan_loading.KEYS,
    "scan-step": scan_loading.STEP_KEYS,
    "beside": scan_loading.BESIDE_KEYS,
    "level": scan_levels.KEYS,
    "role": scan_loading.ROLE_KEYS,
    "chapter": scan_loading.CHAPTER_KEYS,
    "criterion": scan_loading.CRITERION_KEYS,
    "line": scan_loading.LINE_KEYS,
    "scan-change": (*loader_changes.KEYS, scan_loading.LINES),
    "step": loader.STEP_KEYS,
    "question": loader_questions.KEYS,
    "question/date": loader_questions.DATE_KEYS,
    "question/number": loader_questions.NUMBER_KEYS,
    "question/text": loader_questions.TEXT_KEYS,
    "question/overleg": loader_questions.OVERLEG_KEYS,
    "question-item/then": loader_parts.QUESTION_KEYS,
    "part-item": loader_parts.WHOLE_KEYS,
    "choices/additionalProperties/then": loader_fields.CHOICE_KEYS,
    "advice": loader_advice.KEYS,
    "decision": loader_decisions.KEYS,
    "outcome": loader_decisions.OUTCOME_KEYS,
    "row": loader_decisions.ROW_KEYS,
    "otherwise": loader_decisions.OTHERWISE_KEYS,
    "floor": loader_decisions.FLOOR_KEYS,
    "policy": loader_policies.KEYS,
    "claim": loader_claims.KEYS,
    "exemption": loader_claims.EXEMPTION_KEYS,
    "vignette": loader_examples.VIGNETTE_KEYS,
    "case": loader_examples.CASE_KEYS,
    "duty-answer": loader_answers.KEYS,
    "expect": loader_examples.EXPECT_KEYS,
    "change": (*loader_changes.KEYS, loader_changes.ADVICE),
}
"""The keys that the loader takes, by the place of the same form in the schema."""

LISTS = {
    "/$defs/tree/properties/kind": loader_parts.KINDS,
    "/$defs/tree/properties/status": document.STATUSES,
    "/$defs/scan/properties/status": document.STATUSES,
    "/$defs/question/properties/purpose": document.PURPOSES,
    "/$defs/advice/properties/urgency": document.URGENCIES,
    "/$defs/expect/properties/urgency/additionalProperties": document.URGENCIES,
    "/$defs/basis": loader_decisions.BASES,
    "/$defs/duty-answer/properties/state": tuple(DUTY_WORDS),
}
"""The closed lists of the loader, by the place of the same list in the schema."""

FORMS = re.compile("VW(20[1-57-9]|21[0-1]|21[4-9]|220|223|226|228|229|23[0-5]|24[0-2]|25[67]|261|27[127]|718)")
"""What a schema can see: not names that point at something, numbers to compare, conditions, rules for sound trees."""


def data_of(node: Node | None) -> Any:  # noqa: ANN401  JSON data
    """Return what an editor's YAML 1.2 makes of `node`: numbers, booleans and null out of plain words."""
    match node:
        case Mapping(entries=entries):
            return {entry.key.text: data_of(entry.value) for entry in entries}
        case Sequence(items=items):
            return [data_of(item) for item in items]
        case Scalar(style="", text=("true" | "false") as word):
            return word == "true"
        case Scalar(style="", text=("" | "null" | "~")):
            return None
        case Scalar(style="", text=text) if NUMBER.fullmatch(text):
            return json.loads(text)
        case Scalar(text=text):
            return text
    raise TypeError(node)


def data_in(text: str) -> Any:  # noqa: ANN401  JSON data
    """Return the data of a YAML text."""
    return data_of(read_text(text, "voorbeeld.yml").root)


def place(pointer: str) -> Any:  # noqa: ANN401  JSON data
    """Return what stands at a JSON pointer in the schema."""
    found = SCHEMA
    for step in pointer.split("/")[1:]:
        found = found[step]
    return found


@pytest.mark.parametrize("name", KEYS)
def test_every_form_has_the_keys_of_the_loader(name: str) -> None:
    """What the editor offers is what the loader takes, no more and no less, each with a description."""
    first, *rest = name.split("/")
    form = SCHEMA["$defs"][first]
    for step in rest:
        form = form["properties"][step] if step in form.get("properties", {}) else form[step]
    assert set(form["properties"]) == set(KEYS[name])
    assert form["description"]


def test_no_form_of_the_schema_is_left_out() -> None:
    """Every form with keys of its own in the schema is compared with the loader."""
    named = {name.partition("/")[0] for name in KEYS}
    assert {name for name, form in SCHEMA["$defs"].items() if "properties" in form} <= named


@pytest.mark.parametrize("pointer", LISTS)
def test_closed_lists_are_those_of_the_loader(pointer: str) -> None:
    """A closed list has the same values in the same order."""
    assert tuple(place(pointer)["enum"]) == LISTS[pointer]


@pytest.mark.parametrize("path", [*TREES, WHOLE, WHOLE_SCAN, HERE / "passende-zorg.yml"], ids=lambda path: path.stem)
def test_every_tree_fits(path: Path) -> None:
    """Every tree and part of the repository, and the trees with every form, fit the schema."""
    assert [error.message for error in VALIDATOR.iter_errors(data_in(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("entry", SAMPLES, ids=lambda entry: entry.code)
def test_samples_are_judged_alike(entry: Sample) -> None:
    """The schema takes every good sample of a tree and refuses each bad one whose fault it can see."""
    whole = TEXTS[entry.form]
    assert VALIDATOR.is_valid(data_in(unmarked(whole(entry.good))))
    if not entry.code.startswith("VW8"):
        assert not (FORMS.fullmatch(entry.code) and VALIDATOR.is_valid(data_in(unmarked(whole(entry.bad)))))


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401  JSON data
    """Yield the path of every value in `data`."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from places(value, (*path, key))


NAMED = frozenset({"answers", "any_of", "values", "who", "given"})
"""Groups whose keys are names that the author chooses, all of them of one form."""


def is_free(path: tuple[Any, ...], index: int) -> bool:
    """Whether the step at `index` only tells which of several of one form is meant."""
    return isinstance(path[index], int) or (index > 0 and path[index - 1] in NAMED)


def mutants(file: Path) -> Iterator[tuple[str, Any]]:
    """Yield the tree in `file` with one value gone or replaced by one of another form.

    Of the values at one place of the items of a list only the first is changed. The names of outcomes, which an author
    chooses under `gives`, stay.
    """
    whole = data_in(file.read_text(encoding="utf-8"))
    seen = set()
    for path in places(whole):
        form = tuple("*" if is_free(path, index) else step for index, step in enumerate(path))
        if form in seen or form[-1] == "melden":
            continue
        seen.add(form)
        for other in others(at(whole, path)):
            yield f"{'.'.join(map(str, path))} {other}", changed(whole, path, other)


def at(data: Any, path: tuple[Any, ...]) -> object:  # noqa: ANN401  JSON data
    """Return the value at `path`."""
    return functools.reduce(lambda holder, step: holder[step], path, data)


def others(value: object) -> tuple[object, ...]:
    """Return what may stand in place of `value`: nothing, and values of other forms."""
    match value:
        case dict():
            return None, [["x"]], {"x y": {}}
        case list():
            return None, "", {"x y": {}}
        case _:
            return None, "", [["x"]], "On zin!"


def changed(whole: Any, path: tuple[Any, ...], other: Any) -> Any:  # noqa: ANN401  JSON data
    """Return `whole` with `other` at `path`, the rest shared; None takes a key away."""
    key, *rest = path
    data = whole.copy()
    if rest:
        data[key] = changed(whole[key], tuple(rest), other)
    elif other is not None:
        data[key] = other
    elif isinstance(data, dict):
        del data[key]
    return data


def node_of(data: Any) -> Node:  # noqa: ANN401  JSON data
    """Return the nodes that a file with `data` as JSON, which is YAML, would give, without its positions."""
    match data:
        case dict():
            entries = (Entry(scalar_of(key), node_of(value)) for key, value in data.items())
            return Mapping(tuple(entries), AT)
        case list():
            return Sequence(tuple(node_of(item) for item in data), AT)
        case str():
            return scalar_of(data)
        case _:
            return Scalar(json.dumps(data), AT)


def scalar_of(text: str) -> Scalar:
    """Return `text` as a scalar between double quotes."""
    written = json.dumps(text, ensure_ascii=False)
    return Scalar(text, AT, '"', source=Source(AT.file, written), span=(0, len(written)))


@pytest.mark.slow
@pytest.mark.parametrize(("file", "fewest"), [(WHOLE, 500), (WHOLE_SCAN, 200)], ids=["tree", "scan"])
def test_schema_and_loader_refuse_the_same(
    file: Path, fewest: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a tree with every form, changed in one place, the schema sees each fault of form, and only real faults."""
    write_project(tmp_path)
    monkeypatch.setattr(loader_parts, "read", functools.cache(read))
    path = tmp_path / "decision_trees" / "voorbeeld.yml"
    missed, invented, refused = [], [], 0
    for name, data in mutants(file):
        draft = loader.draft_of(Reading(AT.file, "", node_of(data), ()), path)
        codes = {item.code for item in draft.diagnostics}
        fits = VALIDATOR.is_valid(data)
        refused += not fits
        missed += [(name, sorted(codes))] if fits and any(map(FORMS.fullmatch, codes)) else []
        invented += [name] if not fits and not codes else []
    assert missed == []
    assert invented == []
    assert refused > fewest
