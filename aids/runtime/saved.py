"""Owns the saved file as data, for every kind of tree: read from the text of anyone, written as JSON.

`read_saved` takes JSON or one of our HTML files and never raises: what cannot be kept is left out and told, a file that
is not ours is refused with the reason. Reading gives the normal form (every part there, texts without what nobody
sees), and writing the normal form and reading it gives the same. Fed by the page and the command line; runs in browser
and build. Knows no tree.
"""

import json
from typing import Any

from aids.runtime.model import SCAN
from aids.runtime.saved_faults import Fault, Faults, quoted
from aids.runtime.saved_parts import HEAD, OF_SCAN, OF_TREE
from aids.runtime.saved_source import data_of
from aids.runtime.saved_values import NAME

type Saved = dict[str, Any]

FORMAT = "veilig-in-de-wijk"
SCHEMA = 1
KINDS = ("flow", "checklist", SCAN)
MOST_FILES = 500
"""Respondents in one file at most."""

NOBODY = {"id": "", "role": "", "organisation": "", "recognisable": False}
EMPTY = dict.fromkeys((*HEAD, "today"), "")
"""What stands for a part that is not there, where that is no empty map."""

ORDER = ("format", "schema", "kind", *HEAD, "today", *OF_SCAN, "given", "group")
"""The parts in the order in which a file has them."""


def read_saved(text: str, name: str) -> tuple[Saved | None, list[Fault]]:
    """Return what a file holds, in normal form, and what is wrong with it; None if it is refused.

    Args:
        text: the text of the file: JSON, or HTML that `saved_html` made.
        name: what the user calls the file; faults name it.
    """
    faults = Faults(name)
    data = data_of(text, faults)
    saved = None if data is None and faults.found else read_data(data, faults)
    return saved, faults.all()


def read_data(data: Any, faults: Faults) -> Saved | None:  # noqa: ANN401  JSON data
    """Return the normal form of JSON data, and tell what is wrong in `faults`; None if it is refused."""
    saved = _one(data, "", faults)
    if saved is None:
        return None
    if saved["kind"] == SCAN:
        group = _group(data.get("group", []), saved["tree"], faults)
        if group:
            saved["group"] = group
    elif "group" in data:
        faults.add("vreemd-deel", "group", "Alleen een zelfscan houdt meer invullers in een bestand; weggelaten.")
    return saved


def json_text(saved: Saved) -> str:
    """Return a saved document as the text of a JSON file: the same document gives the same text."""
    return json.dumps(ordered(saved), ensure_ascii=False, indent=1) + "\n"


def ordered(saved: Saved) -> Saved:
    """Return a saved document with its parts in their order, and what is in them by name."""
    parts = {name: _sorted(saved[name]) for name in ORDER if name in saved}
    if "group" in parts:
        parts["group"] = [ordered(each) for each in saved["group"]]
    return parts


def _sorted(value: Any) -> Any:  # noqa: ANN401  JSON data
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value


def _one(data: Any, place: str, faults: Faults) -> Saved | None:  # noqa: ANN401  JSON data
    """Return the normal form of one respondent's or one case's document, without a group."""
    refusal = _refusal(data)
    if refusal is not None:
        code, told = refusal
        faults.add(code, place, told)
        return None
    dot = f"{place}." if place else ""
    known = HEAD | (OF_SCAN if data["kind"] == SCAN else OF_TREE)
    for name in data:
        if name not in known and name not in ("format", "schema", "kind", "group"):
            faults.add("vreemd-deel", f"{dot}{name}", "Dit onderdeel is hier onbekend; het is weggelaten.")
    saved: Saved = {"format": FORMAT, "schema": SCHEMA, "kind": data["kind"]}
    for name, read in known.items():
        if name in HEAD and name not in data:
            faults.add("verplicht", f"{dot}{name}", "Dit ontbreekt in het bestand.")
        found = read(data[name], f"{dot}{name}", faults) if name in data else None
        saved[name] = EMPTY.get(name, {}) if found is None else found
    if data["kind"] == SCAN:
        saved["by"] = NOBODY | saved["by"]
    return saved


def _refusal(data: object) -> tuple[str, str] | None:
    """Return why data is no document of ours (code and sentence), or None."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return "vreemd-bestand", "Dit is geen bestand dat op deze site is bewaard."
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < SCHEMA:
        return "verplicht", "Onder schema staat niet in welke vorm het bestand is bewaard; het is niet te lezen."
    if schema > SCHEMA:
        return "nieuwer", "Het bestand is met een nieuwere versie van deze site bewaard. Laad de pagina opnieuw."
    if data.get("kind") not in KINDS:
        return "verplicht", "Onder kind staat niet of dit een keuzehulp, een checklist of een zelfscan is."
    tree = data.get("tree")
    if not isinstance(tree, str) or not NAME.fullmatch(tree):
        return "verplicht", "Onder tree staat niet bij welke hulp of scan dit hoort."
    if not isinstance(data.get("answers"), dict):
        return "verplicht", "Onder answers staan geen antwoorden, of ze staan er twee keer; het is niet te lezen."
    return None


def _group(value: object, tree: str, faults: Faults) -> list[Saved]:
    """Return the documents of the respondents that a file holds."""
    if not isinstance(value, list):
        faults.add("verkeerde-soort", "group", "Hier hoort een lijst van invullers; die is weggelaten.")
        return []
    if len(value) > MOST_FILES:
        said = f"Dit zijn {len(value)} invullers; alleen de eerste {MOST_FILES} zijn gelezen."
        faults.add("te-veel", "group", said)
    found = []
    for number, each in enumerate(value[:MOST_FILES]):
        place = f"group[{number}]"
        saved = _one(each, place, faults)
        if saved is None:
            continue
        if saved["kind"] != SCAN or saved["tree"] != tree:
            said = f"Deze invuller hoort bij een andere scan (‘{quoted(saved['tree'])}’) en is weggelaten."
            faults.add("andere-scan", place, said)
            continue
        if "group" in each:
            faults.add("vreemd-deel", f"{place}.group", "Een invuller houdt zelf geen invullers; dit is weggelaten.")
        found.append(saved)
    return found
