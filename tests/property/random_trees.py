"""Random trees and random answers for property tests. Trees are rules, compiled as real ones are, without texts."""

from hypothesis import strategies as st

from aids.compiler.diagrams import Rules, build_diagram
from aids.runtime.conditions import ALWAYS, NEVER, Condition
from aids.runtime.model import Advice, Decision, Floor, Question, Row
from aids.runtime.tree import Tree, lay_out

TODAY = "2026-11-22"
DAYS = ["2026-01-01", "2026-11-21", "2026-11-22", "2026-11-23", "2027-03-01", "2027-03-02", "2028-01-01"]
NUMBERS: list[object] = [0, 1, 2.5, 3, 4, 7, 10]
OPERATORS = ("<", "<=", "=", ">=", ">")
LADDER = {"melden": ("nu", "nodig", "overleg", "geen"), "hulp": ("vt", "zelf", "open")}


@st.composite
def atoms(draw: st.DrawFn, question: Question) -> Condition:
    """Return an atom that names `question`."""
    if question.kind == "date" and draw(st.booleans()):
        return ("cmp", question.id, draw(st.sampled_from(OPERATORS)), draw(st.sampled_from(["today", *DAYS])))
    if question.kind == "number" and draw(st.booleans()):
        return ("cmp", question.id, draw(st.sampled_from(OPERATORS)), draw(st.sampled_from([1, 3, 7])))
    if question.kind in ("date", "number"):
        return ("in", question.id, ("onbekend",))
    words = ("open", "gedaan", "later", "niet") if question.purpose == "duty" else question.answers
    return ("in", question.id, tuple(draw(st.lists(st.sampled_from(words), min_size=1, max_size=2, unique=True))))


@st.composite
def conditions(draw: st.DrawFn, questions: list[Question], depth: int = 2) -> Condition:
    """Return a condition over `questions`, or a constant where there is none."""
    named = [question for question in questions if question.purpose != "record"]
    if not named:
        return ALWAYS
    shape = draw(st.sampled_from(["atom", "all", "any"])) if depth else "atom"
    if shape == "atom":
        return draw(atoms(draw(st.sampled_from(named))))
    return (shape, tuple(draw(st.lists(conditions(questions, depth - 1), min_size=1, max_size=3))))


@st.composite
def numbered_question(draw: st.DrawFn, number: int, above: list[Question]) -> Question:
    """Return a question that applies always or by the questions above it."""
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
def decisions(draw: st.DrawFn, asked: list[Question], advice: list[str]) -> Decision:
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
        "weging", when, LADDER, advised, tuple(rows), Row("otherwise", ALWAYS, outcomes(), draw(pick)), tuple(floors)
    )


@st.composite
def trees(draw: st.DrawFn, largest: int = 6) -> Tree:
    """Return a random tree of at most `largest` questions, compiled."""
    asked: list[Question] = []
    for number in range(draw(st.integers(1, largest))):
        asked.append(draw(numbered_question(number, asked)))
    ids = ["a0", "a1", "a2"]
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
    rules = Rules(tuple(asked), tuple(advice), (draw(decisions(asked, ids)),))
    diagram = build_diagram(rules)
    return Tree("proef", "0", "0", *rules, diagram, lay_out(rules.questions, diagram))


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
