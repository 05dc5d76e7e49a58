"""Random trees and random answers for property tests. Trees are rules, compiled as real ones are, without texts."""

from hypothesis import strategies as st

from aids.compiler.diagrams import Rules, build_diagram
from aids.compiler.walks import walk_of
from aids.runtime.conditions import ALWAYS, NEVER, Condition
from aids.runtime.model import Advice, Decision, Floor, Question, Row
from aids.runtime.tree import Tree, lay_out

TODAY = "2026-11-22"
DAYS = ["2026-01-01", "2026-11-21", "2026-11-22", "2026-11-23", "2027-03-01", "2027-03-02", "2028-01-01"]
NUMBERS: list[object] = [0, 1, 2.5, 3, 4, 7, 10]
OPERATORS = ("<", "<=", "=", ">=", ">")
LADDER = {"melden": ("nu", "nodig", "overleg", "geen"), "hulp": ("vt", "zelf", "open")}


type Above = list[Question | Decision]
"""What a condition may name: questions and decisions that stand above it."""


@st.composite
def atoms(draw: st.DrawFn, named: Question | Decision) -> Condition:
    """Return an atom that names a question, or an outcome of a decision."""
    if isinstance(named, Decision):
        name = draw(st.sampled_from(list(LADDER)))
        values = draw(st.lists(st.sampled_from(LADDER[name]), min_size=1, max_size=2, unique=True))
        return ("in", f"{named.id}.{name}", tuple(values))
    if named.kind == "date" and (not named.unknown or draw(st.booleans())):
        return ("cmp", named.id, draw(st.sampled_from(OPERATORS)), draw(st.sampled_from(["today", *DAYS])))
    if named.kind == "number" and (not named.unknown or draw(st.booleans())):
        return ("cmp", named.id, draw(st.sampled_from(OPERATORS)), draw(st.sampled_from([1, 3, 7])))
    if named.kind in ("date", "number"):
        return ("in", named.id, ("onbekend",))
    words = ("open", "gedaan", "later", "niet") if named.purpose == "duty" else named.answers
    return ("in", named.id, tuple(draw(st.lists(st.sampled_from(words), min_size=1, max_size=2, unique=True))))


@st.composite
def conditions(draw: st.DrawFn, above: Above, depth: int = 2) -> Condition:
    """Return a condition over what stands above, or a constant where there is nothing."""
    named = [item for item in above if isinstance(item, Decision) or item.purpose != "record"]
    if not named:
        return ALWAYS
    shape = draw(st.sampled_from(["atom", "all", "any"])) if depth else "atom"
    if shape == "atom":
        return draw(atoms(draw(st.sampled_from(named))))
    return (shape, tuple(draw(st.lists(conditions(above, depth - 1), min_size=1, max_size=3))))


@st.composite
def numbered_question(draw: st.DrawFn, number: int, above: Above) -> Question:
    """Return a question that applies always or by what stands above it."""
    kind = draw(st.sampled_from(["one", "one", "any", "date", "number", "duty", "text"]))
    depends = bool(above) and draw(st.booleans())
    when = draw(conditions(above)) if depends else ALWAYS
    blank = Question(
        f"q{number}", "decide", kind, when, (), None, unknown=False, minimum=None, maximum=None, reasons=(), who=()
    )
    match kind:
        case "one":
            return blank._replace(answers=("ja", "nee", "onbekend"), unknown=True)
        case "any":
            return blank._replace(answers=("a", "b", "c", "geen", "onbekend"), none="geen", unknown=True)
        case "date":
            return blank._replace(unknown=draw(st.booleans()))
        case "number":
            return blank._replace(unknown=draw(st.booleans()), minimum=0, maximum=10)
        case "duty":
            return blank._replace(purpose="duty", reasons=("onveilig",), who=("collega",))
    return blank._replace(purpose="record", maximum=20)


@st.composite
def decisions(draw: st.DrawFn, ident: str, asked: Above, advice: list[str]) -> Decision:
    """Return a decision with rows and floors."""
    pick = st.lists(st.sampled_from(advice), max_size=2, unique=True).map(tuple)

    def outcomes() -> dict[str, str]:
        return {name: draw(st.sampled_from(values)) for name, values in LADDER.items()}

    rows = [Row(f"R{i}", draw(conditions(asked)), outcomes(), draw(pick)) for i in range(draw(st.integers(1, 4)))]
    floors = [
        Floor(
            f"F{i}",
            draw(conditions(asked)),
            {"melden": draw(st.sampled_from(LADDER["melden"]))},
            {"hulp": {"zelf": "open"}},
        )
        for i in range(draw(st.integers(0, 2)))
    ]
    when = draw(st.sampled_from([ALWAYS, draw(conditions(asked))]))
    advised = {"melden": {"overleg": draw(pick)}, "hulp": {"vt": draw(pick), "open": draw(pick)}}
    return Decision(
        ident, when, LADDER, advised, tuple(rows), Row("otherwise", ALWAYS, outcomes(), draw(pick)), tuple(floors)
    )


@st.composite
def trees(draw: st.DrawFn, largest: int = 6) -> Tree:
    """Return a random tree of at most `largest` questions, compiled.

    Its first decision stands somewhere among the questions: those below may name its outcomes, as the second decision
    and the advice may.
    """
    asked: Above = []
    ids = ["a0", "a1", "a2"]
    count = draw(st.integers(1, largest))
    place = draw(st.integers(0, count))
    for number in range(count):
        if number == place:
            asked.append(draw(decisions("weging", asked, ids)))
        asked.append(draw(numbered_question(number, asked)))
    if place == count:
        asked.append(draw(decisions("weging", asked, ids)))
    asked += draw(st.lists(decisions("vervolg", asked, ids), max_size=1))
    urgencies = ("nu", "vandaag", "plan")
    advice = [
        Advice(
            ident,
            draw(st.sampled_from(urgencies)),
            draw(st.sampled_from([NEVER, draw(conditions(asked))])),
            closes=False,
        )
        for ident in ids
    ]
    questions = tuple(item for item in asked if isinstance(item, Question))
    rules = Rules(questions, tuple(advice), tuple(item for item in asked if isinstance(item, Decision)))
    diagram = build_diagram(rules)
    walk = walk_of(questions, diagram)
    return Tree("proef", "0", "0", *rules, diagram, walk, lay_out(*rules[::2], diagram, walk))


@st.composite
def answer_to(draw: st.DrawFn, question: Question) -> object:
    """Return a valid answer to `question`, as JSON data."""
    match question.kind:
        case "one":
            return draw(st.sampled_from(question.answers))
        case "any":
            options = [a for a in question.answers if a not in (question.none, "onbekend")]
            exclusive = [[a] for a in question.answers if a not in options]
            return draw(
                st.one_of(st.sampled_from(exclusive), st.lists(st.sampled_from(options), min_size=1, unique=True))
            )
        case "date":
            return draw(st.sampled_from(DAYS + ["onbekend"] * question.unknown))
        case "number":
            return draw(st.sampled_from([*NUMBERS, *(["onbekend"] * question.unknown)]))
        case "duty":
            return draw(
                st.sampled_from(
                    [
                        {"state": "open"},
                        {"state": "done", "who": "collega"},
                        {"state": "later"},
                        {"state": "not_done"},
                        {"state": "later", "date": "2026-12-01"},
                        {"state": "not_done", "reason": "onveilig"},
                    ]
                )
            )
    return draw(st.sampled_from(["tekst", None]))


@st.composite
def answers(draw: st.DrawFn, tree: Tree) -> dict[str, object]:
    """Return answers to some of a tree's questions, in any order, some of which may not apply."""
    some = draw(st.lists(st.sampled_from(tree.questions), unique_by=lambda q: q.id))
    return {question.id: draw(answer_to(question)) for question in some}
