"""Owns the step from a checked `Document` to the `Tree` that the engine runs. Used by commands, render and bundle.

Drops texts and positions, builds the shared diagram, and takes the two hashes. Runs in the build only.
Checks nothing: a document with findings must not be compiled.
"""

from aids.compiler import document as doc
from aids.compiler.canonical import canonical, dumped, hashed
from aids.compiler.diagrams import Rules, build_diagram
from aids.compiler.kept import for_these
from aids.compiler.walks import walk_of
from aids.runtime.conditions import ALWAYS, UNKNOWN
from aids.runtime.model import Advice, Decision, Floor, Question, Row, rules_json
from aids.runtime.tree import Tree, lay_out


@for_these
def compile_tree(document: doc.Document) -> Tree:
    """Return the tree of a document without findings."""
    rules = Rules(
        tuple(_question(item) for item in document.questions),
        tuple(Advice(item.id, item.urgency, item.when, item.closes) for item in document.advice),
        tuple(_decision(item) for item in document.decisions),
    )
    diagram = build_diagram(rules)
    walk = walk_of(rules.questions, diagram)
    return Tree(
        document.id,
        hashed(canonical(document)),
        hashed(dumped(rules_json(*rules))),
        *rules,
        diagram,
        walk,
        lay_out(rules.questions, rules.decisions, diagram, walk),
    )


def _question(item: doc.Question) -> Question:
    answers = tuple(answer.id for answer in item.answers)
    return Question(
        item.id,
        item.purpose,
        item.kind,
        item.when,
        answers,
        item.none,
        bool(item.unknown) or UNKNOWN in answers,
        item.minimum,
        item.maximum,
        tuple(reason.id for reason in item.reasons),
        tuple(person.id for person in item.who),
    )


def _decision(item: doc.Decision) -> Decision:
    return Decision(
        item.id,
        item.when,
        {outcome.name: tuple(value.id for value in outcome.values) for outcome in item.gives},
        {outcome.name: dict(outcome.advice) for outcome in item.gives},
        tuple(Row(row.row, row.when, dict(row.outcomes), row.advice) for row in item.rows),
        Row("otherwise", ALWAYS, dict(item.otherwise.outcomes), item.otherwise.advice),
        tuple(Floor(floor.id, floor.when, dict(floor.at_least), _replacements(floor)) for floor in item.floors),
    )


def _replacements(floor: doc.Floor) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, old, new in floor.replace:
        found.setdefault(name, {})[old] = new
    return found
