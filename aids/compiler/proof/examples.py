"""Owns the trying of vignettes and cases by the engine itself: does it give what a person expects? Used by `proving`.

Runs in the build only.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.document import Document, Example
from aids.compiler.proof.certificate import Finding, Tried, Witness
from aids.compiler.proof.encoding import Case
from aids.compiler.proof.inquiry import Inquiry
from aids.runtime.engine import View, consult


def tried_examples(inquiry: Inquiry) -> list[Tried]:
    """Return what became of each example; one that fails says everything that differs in one finding."""
    found = []
    for example in inquiry.document.examples:
        given, day = plain(example.given), example_day(inquiry.document, example)
        wrong = list(_differences(consult(inquiry.tree, given, day), example))
        findings: tuple[Finding, ...] = ()
        if wrong:
            witness = Witness(given, day, tuple(inquiry.teller.answer(*pair) for pair in given.items()))
            told = fault("VW810", example.at, example=example.id, wrong="; ".join(wrong))
            findings = (Finding(example.id, told, witness),)
        found.append(Tried(example.id, example.kind, findings))
    return found


def example_day(document: Document, example: Example) -> str:
    """Return the day on which an example is read: its own, or that of the tree's review where no date matters."""
    return example.today or document.reviewed


def plain(given: tuple[tuple[str, object], ...]) -> Case:
    """Return the answers of an example as JSON data."""
    return {ident: list(answer) if isinstance(answer, tuple) else answer for ident, answer in given}


def _differences(view: View, example: Example) -> Iterator[str]:
    """Yield in words each way in which the View is not what the example expects."""
    expect = example.expect
    certain = {item["id"] for item in view["advice"] if item["certainty"] == "certain"}
    given = {item["id"]: item["urgency"] for item in view["advice"]}
    yield from (f"{error['question']}: {error['message']}" for error in view["errors"])
    yield from (f"het antwoord op {ident} telt hier niet mee" for ident in view["dropped"])
    yield from (f"{ident} is niet zeker" for ident in expect.advice if ident not in certain)
    yield from (f"{ident} is wel mogelijk" for ident in expect.without if ident in given)
    if expect.exactly:
        yield from (f"ook {ident} is zeker" for ident in sorted(certain.difference(expect.advice)))
    yield from (f"{i} is {given.get(i, 'er niet')}, niet {u}" for i, u in expect.urgency if given.get(i) != u)
    for name, value in expect.outcomes:
        decision, _, outcome = name.partition(".")
        stands = view["decisions"][decision]
        found = stands if isinstance(stands, str) else stands["standing"]
        found = found if isinstance(found, str) else found[outcome]
        if found != value:
            yield f"{name} is {found}, niet {value}"
    for decision, row in expect.rows:
        stands = view["decisions"][decision]
        found = stands if isinstance(stands, str) else stands["row"]
        if found != row:
            yield f"in {decision} beslist {found or 'geen rij'}, niet {row}"
