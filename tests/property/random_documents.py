"""Random trees with texts and promises, for the property tests of the proof."""

from dataclasses import replace

from hypothesis import strategies as st

from aids.compiler import document as doc
from aids.runtime.conditions import ALWAYS, NEVER, UNKNOWN, Condition
from aids.runtime.model import Advice, Decision, Question, Row
from aids.runtime.tree import Tree
from tests.property.random_trees import LADDER, TODAY, trees

ORDER = ("nee", "onbekend", "ja")


def document_of(tree: Tree, claims: tuple[doc.Claim, ...] = (), examples: tuple[doc.Example, ...] = ()) -> doc.Document:
    """Return the document that `tree` could have been compiled from."""
    return doc.Document(
        schema=1,
        id=tree.id,
        kind="flow",
        title="Proef",
        lead="Een proef.",
        status="denkkader",
        reviewed=TODAY,
        review_by="2099-01-01",
        steps=(),
        questions=tuple(_question(question) for question in tree.questions),
        advice=tuple(_advice(advice) for advice in tree.advice),
        decisions=tuple(_decision(decision) for decision in tree.decisions),
        claims=claims,
        examples=examples,
    )


def _question(question: Question) -> doc.Question:
    return doc.Question(
        id=question.id,
        step="stap",
        purpose=question.purpose,  # type: ignore[arg-type]
        kind=question.kind,  # type: ignore[arg-type]
        ask=f"Vraag {question.id}?",
        short=question.id,
        help="",
        when=question.when,
        answers=tuple(doc.Choice(answer, answer) for answer in question.answers),
        none=question.none,
        unknown="Weet ik niet" if question.unknown and UNKNOWN not in question.answers else "",
        unit="",
        minimum=question.minimum,
        maximum=question.maximum,
        reasons=tuple(doc.Choice(reason, reason) for reason in question.reasons),
        who=tuple(doc.Choice(person, person) for person in question.who),
        sources=(),
        order=ORDER if question.kind == "one" else (),
    )


def _advice(advice: Advice) -> doc.Advice:
    return doc.Advice(
        id=advice.id,
        when=advice.when,
        urgency=advice.urgency,  # type: ignore[arg-type]
        title=advice.id,
        do=(),
        record="",
        by="",
        closes=advice.closes,
        sources=(),
    )


def _decision(decision: Decision) -> doc.Decision:
    return doc.Decision(
        id=decision.id,
        title=decision.id,
        when=decision.when,
        gives=tuple(
            doc.Outcome(
                name, name, tuple(doc.Choice(v, v) for v in values), (), tuple(decision.advice.get(name, {}).items())
            )
            for name, values in decision.gives.items()
        ),
        rows=tuple(_row(row) for row in decision.rows),
        otherwise=replace(_row(decision.otherwise), when=NEVER),
        floors=tuple(
            doc.Floor(
                floor.id,
                floor.when,
                tuple(floor.at_least.items()),
                tuple((name, old, new) for name, moves in floor.replace.items() for old, new in moves.items()),
                "",
                "norm",
                (),
            )
            for floor in decision.floors
        ),
        sources=(),
    )


def _row(row: Row) -> doc.Row:
    return doc.Row(row.row, row.when, tuple(row.outcomes.items()), row.advice, "", "norm", ())


@st.composite
def claims(draw: st.DrawFn, tree: Tree) -> tuple[doc.Claim, ...]:
    """Return a claim of each form, most of which do not hold."""
    decision = tree.decisions[0]
    compared = [question.id for question in tree.questions if question.kind in ("one", "any")]
    outcome = f"{decision.id}.melden"
    value = draw(st.sampled_from(LADDER["melden"]))
    advice: Condition = ("advice", draw(st.sampled_from(tree.advice)).id)
    never: Condition = ("not", ("in", outcome, (value,)))
    found = [_claim("geval", "case", ("in", outcome, (value,)), draw(st.sampled_from([advice, never])))]
    if compared:
        ident = draw(st.sampled_from(compared))
        one = next(question for question in tree.questions if question.id == ident)
        old, new = draw(st.permutations(one.answers))[:2]
        found.append(_claim("ander", "change", ALWAYS, never, (ident,), (old,), (new,)))
        found.append(_claim("slechter", "worse", ALWAYS, ALWAYS, tuple(compared), outcomes=(outcome,)))
    return tuple(found)


def _claim(
    ident: str,
    form: doc.ClaimForm,
    given: Condition,
    then: Condition,
    questions: tuple[str, ...] = (),
    *sides: tuple[str, ...],
    outcomes: tuple[str, ...] = (),
) -> doc.Claim:
    old, new = sides or ((), ())
    return doc.Claim(ident, ident, form, given, then, questions, old, new, outcomes, (), ())


@st.composite
def documents(draw: st.DrawFn, largest: int = 4) -> tuple[doc.Document, Tree]:
    """Return a random document with claims, and its tree."""
    tree = draw(trees(largest))
    return document_of(tree, draw(claims(tree))), tree
