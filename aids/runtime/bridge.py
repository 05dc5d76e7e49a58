"""Owns the worker's only entry: JSON text in, JSON text out. Never raises for what a message holds.

Fed by `aids/web/worker.js`: a tree once, then `handle` per message ("consult", "ahead" or "changes"). Also reads
ANSWERS files for the command line (`consult_text`), so that both refuse the same junk in the same words. Runs in
browser and build.
"""

import json
from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import Any

from aids.runtime.answers import error
from aids.runtime.changes import changes
from aids.runtime.engine import View, consult
from aids.runtime.model import SCAN
from aids.runtime.nesting import DEEPEST, depth
from aids.runtime.tree import Tree

LARGEST = 1_000_000
"""Characters of JSON text that are read at most."""

REPLIES = {"consult": "view", "ahead": "ahead", "changes": "changes"}
"""The kinds of messages, and of what is replied. "ahead" asks for the View of answers that nobody has given yet."""

WRAPPER = frozenset({"tree", "version", "answers", "notes"})

type Consulted = Callable[[dict[str, Any], dict[str, Any]], View]


class Bridge:
    """Holds the one tree of a worker; a new message never depends on an earlier one."""

    def __init__(self, tree_json: str) -> None:
        """Read the tree that the build made; a scan answers its own messages."""
        data = json.loads(tree_json)
        self.answer: Callable[[str], str]
        if data.get("kind") == SCAN:
            from aids.runtime.scan.bridge import ScanBridge  # noqa: PLC0415  a page with a flow does not pay for a scan

            self.answer = ScanBridge(data).handle
        else:
            self.answer = partial(answer, Tree.from_json(data))

    def handle(self, message: str) -> str:
        """Return the reply to a message."""
        return self.answer(message)


def answer(tree: Tree, message: str) -> str:
    """Return the reply of a flow or checklist to a message {"type", "seq", "answers", "today"}.

    To "consult" {"type": "view", "seq", "view"}, to "ahead" the same with its own type,
    to "changes" {"type": "changes", "seq", "changes", "find_out"},
    to anything else {"type": "error", "seq", "code", "message"}.
    """
    data = parse(message)
    seq = data.get("seq") if isinstance(data, dict) else None
    seq = seq if isinstance(seq, int) else None
    fault = _message_fault(data)
    if fault:
        return dump({"type": "error", "seq": seq, "code": "vreemd-bericht", "message": fault})
    asked = (tree, data["answers"], data["today"])
    reply = changes(*asked) if data["type"] == "changes" else {"view": consult(*asked)}
    return dump({"type": REPLIES[data["type"]], "seq": seq, **reply})


def dump(data: object) -> str:
    """Return compact JSON text."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def parse(text: object, largest: int = LARGEST) -> Any:  # noqa: ANN401  JSON data
    """Return the JSON data of `text`, or None for what is no text, too long, too deep or no JSON."""
    if not isinstance(text, str) or len(text) > largest or depth(text) > DEEPEST:
        return None
    try:
        return json.loads(text, parse_constant=_refuse)
    except ValueError:
        return None


def is_day(value: object) -> bool:
    """Return whether `value` is a calendar day as ISO text."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def consult_text(tree: Tree, text: str, today: str) -> View:
    """Return the View for an ANSWERS text, or {"errors": [...]} when it cannot be read as such."""
    return consult_with(tree.id, text, lambda answers, _: consult(tree, answers, today))


def consult_with(tree: str, text: str, consulted: Consulted, wrapper: Collection[str] = WRAPPER) -> View:
    """Return what `consulted` gives for an ANSWERS text, or {"errors": [...]} when it cannot be read as such.

    Args:
        tree: the id of the tree that the answers must be of.
        text: the bare answers as JSON, or an object that holds them under "answers".
        consulted: from the answers and all that stands beside them to the View.
        wrapper: what may stand in such an object.
    """
    data = parse(text)
    if not isinstance(data, dict):
        message = "Dit is geen leesbare JSON met antwoorden: verwacht een object van ten hoogste een miljoen tekens."
        return {"errors": [error("onleesbaar", None, None, message)]}
    if "answers" not in data or not set(data) <= set(wrapper):
        return consulted(data, {})
    if not isinstance(data["answers"], dict):
        return {"errors": [error("onleesbaar", None, None, "'answers' moet een object zijn: vraag en antwoord.")]}
    view = consulted(data["answers"], data)
    if data.get("tree") != tree:
        message = f"Deze antwoorden horen bij een andere hulp dan '{tree}'."
        view["errors"] = [error("andere-hulp", None, data.get("tree"), message), *view["errors"]]
    return view


def _refuse(constant: str) -> None:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError(constant)


def _message_fault(data: Any) -> str | None:  # noqa: ANN401  JSON data
    """Return what is wrong with a message, in Dutch, or None."""
    if not isinstance(data, dict) or not any(data.get("type") == kind for kind in REPLIES):
        return "Verwacht een bericht van de soort 'consult', 'ahead' of 'changes'."
    if not isinstance(data.get("answers"), dict):
        return "'answers' moet een object zijn."
    if not is_day(data.get("today")):
        return "'today' moet een bestaande dag zijn, als jaar-maand-dag."
    return None
