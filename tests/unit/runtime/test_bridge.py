"""The worker's only entry and the reading of ANSWERS texts. Plain functions: the browser runs them too."""

import json

from aids.runtime.bridge import LARGEST, Bridge, consult_text, dump, parse
from aids.runtime.changes import changes
from aids.runtime.engine import consult
from aids.runtime.nesting import DEEPEST
from aids.runtime.tree import Tree
from tests.unit.runtime.sample_tree import SAMPLE

TREE = Tree.from_json(json.loads(SAMPLE))
BRIDGE = Bridge(SAMPLE)
TODAY = "2026-11-22"


def test_consult_message_gives_the_view() -> None:
    """A good message is answered with its number and the same View that `consult` gives."""
    message = {"type": "consult", "seq": 7, "answers": {"gevaar": "ja"}, "today": TODAY}
    reply = json.loads(BRIDGE.handle(dump(message)))
    assert reply == {"type": "view", "seq": 7, "view": consult(TREE, {"gevaar": "ja"}, TODAY)}


def test_a_message_ahead_gives_the_same_view_under_its_own_name() -> None:
    """What is asked before it is answered can be told from what was answered, and differs in nothing else."""
    message = {"type": "consult", "seq": 7, "answers": {"gevaar": "ja"}, "today": TODAY}
    ahead = json.loads(BRIDGE.handle(dump({**message, "type": "ahead"})))
    assert ahead == {**json.loads(BRIDGE.handle(dump(message))), "type": "ahead"}


def test_changes_message_gives_the_smallest_changes() -> None:
    """A message of the kind "changes" is answered with its number and what `changes` gives."""
    message = {"type": "changes", "seq": 8, "answers": {"gevaar": "nee"}, "today": TODAY}
    reply = json.loads(BRIDGE.handle(dump(message)))
    assert reply == {"type": "changes", "seq": 8, **changes(TREE, {"gevaar": "nee"}, TODAY)}


def test_every_other_message_gets_an_error_reply() -> None:
    """Junk is answered, never raised; the bridge goes on."""
    good = {"type": "consult", "seq": 1, "answers": {}, "today": TODAY}
    junk: list[object] = [
        None, 3, "", "{", "[]", "NaN", "[" * 100_000, '"' + "x" * LARGEST + '"', dump({**good, "type": "wis"}),
        dump({**good, "type": ["consult"]}),
        dump({**good, "answers": []}), dump({**good, "today": "morgen"}), dump({**good, "today": 3}),
        dump({**good, "today": "2026-11-22T00:00"}), dump({"seq": "1"}), "\ud800",
    ]  # fmt: skip
    for message in junk:
        reply = json.loads(BRIDGE.handle(message))  # type: ignore[arg-type]
        assert reply["type"] == "error"
        assert reply["code"] == "vreemd-bericht"
    assert json.loads(BRIDGE.handle(dump(good)))["type"] == "view"


def test_depth_counts_brackets_outside_strings() -> None:
    """Brackets side by side or within text are no depth; one too many around each other is refused, not raised."""
    assert parse("[" * DEEPEST + "]" * DEEPEST) is not None
    assert parse("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) is None
    assert parse(dump([[], {}] * DEEPEST)) == [[], {}] * DEEPEST
    assert parse(dump(["[" * 1000, '"\\' + "{" * 1000])) == ["[" * 1000, '"\\' + "{" * 1000]


def test_answers_text_may_be_bare_or_wrapped() -> None:
    """Bare answers and the wrapped form give the same View."""
    bare = consult_text(TREE, '{"gevaar": "ja"}', TODAY)
    wrapped = consult_text(TREE, '{"tree": "proef", "version": "0", "answers": {"gevaar": "ja"}, "notes": {}}', TODAY)
    assert bare == wrapped == consult(TREE, {"gevaar": "ja"}, TODAY)


def test_answers_of_another_tree_are_named() -> None:
    """Answers that say they belong to another tree are an error, beside the View."""
    shown = consult_text(TREE, '{"tree": "ander", "answers": {}}', TODAY)
    assert shown["errors"][0]["code"] == "andere-hulp"
    assert shown["next"] == "gevaar"


def test_unreadable_text_gives_errors_only() -> None:
    """What is no JSON object of answers gives nothing but errors."""
    for text in (
        "",
        "{",
        "[]",
        "3",
        '{"answers": []}',
        '{"answers": {}, "notes": 1, "tree": NaN}',
        "x" * (LARGEST + 1),
    ):
        shown = consult_text(TREE, text, TODAY)
        assert list(shown) == ["errors"]
        assert shown["errors"][0]["code"] == "onleesbaar"
