"""Laws of the comparison of two versions: what differs is found, with a case that an independent reading confirms."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.loader import load_document
from aids.compiler.proof.difference import GIVEN, NOT_GIVEN, Comparison, Difference, Version
from aids.compiler.proof.difference_words import Report, report
from aids.compiler.proof.oracle import Oracle, Said
from aids.compiler.proof.solving import UndecidedError
from aids.compiler.starter import starter

START = starter("proef", date(2026, 11, 22))
ANSWERS = "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}"
NEW_QUESTION = """\
  - id: wapen
    step: veilig
    ask: Is er een wapen?
    short: Wapen
    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}
    sources: [praktijk#gevaar]
"""


def version(folder: Path, text: str, name: str = "proef") -> Version:
    """Return the version that `text` is."""
    path = folder / f"{name}.yml"
    path.write_text(text, encoding="utf-8")
    document, found = load_document(path)
    assert document, found
    return Version(name, document, compile_tree(document))


def changed(*edits: tuple[str, str], text: str = START) -> str:
    """Return `text` with each edit made in exactly one place."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def compared(folder: Path, text: str, old: str = START) -> tuple[list[Difference], Report]:
    """Return what differs between two texts, and the report, after a check of each case by an independent reading."""
    before, after = version(folder, old), version(folder, text)
    comparison = Comparison(before, after)
    found = comparison.differences()
    for item in found:
        confirm(before, after, item, comparison.changed)
    return found, report(before, after, found, comparison.changed)


def confirm(old: Version, new: Version, item: Difference, changed: frozenset[str]) -> None:
    """Check that the versions differ as `item` says, whatever the answers that it does not name."""
    instance = item.instance
    questions = {q.id: q for q in (*old.tree.questions, *new.tree.questions) if q.kind == "one" and q.id not in changed}
    free = {ident: q.answers for ident, q in questions.items() if ident not in instance.because}
    for picked in itertools.islice(itertools.product(*free.values()), 200):
        other = dict(zip(free, picked, strict=True))
        before = shown(said(old, {**instance.old, **other}, instance.today), old, item, instance.old | other)
        after = shown(said(new, {**instance.new, **other}, instance.today), new, item, instance.new | other)
        assert (before, after) == (item.old, item.new)


def said(version: Version, case: dict[str, object], today: str) -> Said:
    """Return what the rules of a version say, read in the most obvious way."""
    return Oracle(version.tree.decisions, case, today).says(version.tree.questions, version.tree.advice)


def shown(told: Said, version: Version, item: Difference, case: dict[str, object]) -> str:
    """Return what a version shows of the subject of a difference."""
    match item.sort:
        case "outcome":
            return told.outcomes.get(item.subject, "nvt")
        case "urgency":
            assert item.subject in told.advice
            return next(advice.urgency for advice in version.tree.advice if advice.id == item.subject)
        case "closes":
            assert item.subject in told.advice
            return str(next(advice.closes for advice in version.tree.advice if advice.id == item.subject))
        case "duty":
            oracle = Oracle(version.tree.decisions, case, item.instance.today)
            oracle.says(version.tree.questions, ())
            applying = [q.id for q in version.tree.questions if q.purpose == "duty" and oracle.holds(q.when)]
            return GIVEN if item.subject in applying else NOT_GIVEN
    return GIVEN if item.subject in told.advice else NOT_GIVEN


def brief(found: list[Difference]) -> list[tuple[str, str, str, str]]:
    """Return differences without their cases."""
    return [(item.sort, item.subject, item.old, item.new) for item in found]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            [("when: nu-gevaar in {ja}\n    urgency", "when: nu-gevaar in {ja, onbekend}\n    urgency")],
            [("advice", "bel-112", NOT_GIVEN, GIVEN)],
        ),
        (
            [("when: nu-gevaar in {ja, onbekend} or zorgen in {ja}", "when: zorgen in {ja}")],
            [("advice", "bel-veilig-thuis", GIVEN, NOT_GIVEN)],
        ),
        (
            [("or zorgen in {ja}\n      stap", "or zorgen in {ja, onbekend}\n      stap")],
            [],
        ),  # what is declared decides nothing
        (
            [("        stap: volgen", "        stap: uitzoeken")],
            [("outcome", "vervolg.stap", "volgen", "uitzoeken")],
        ),
        ([("urgency: vandaag", "urgency: nu")], [("urgency", "bel-veilig-thuis", "vandaag", "nu")]),
        (
            [("    urgency: deze-week\n", "    urgency: deze-week\n    closes: true\n")],
            [("closes", "zoek-uit", "False", "True")],
        ),
        (
            [("    who: {collega", "    when: zorgen in {ja, onbekend}\n    who: {collega")],
            [("duty", "overleg-collega", GIVEN, NOT_GIVEN)],
        ),
        ([("        advice: [zoek-uit]\n", "")], [("advice", "zoek-uit", GIVEN, NOT_GIVEN)]),
    ],
)
def test_each_difference_is_found_with_its_case(
    tmp_path: Path, edits: list[tuple[str, str]], expected: list[tuple[str, str, str, str]]
) -> None:
    """What one edit changes is all that is found, and an independent reading of each case says the same."""
    found, told = compared(tmp_path, changed(*edits))
    assert brief(found) == expected
    assert told.differs == bool(expected)


def test_another_way_of_writing_is_no_difference(tmp_path: Path) -> None:
    """Rules that give the same in every case are the same, and the report says that they were written otherwise."""
    text = changed(("nu-gevaar in {nee} and zorgen in {nee}", "zorgen in {nee} and not nu-gevaar in {ja}"))
    found, told = compared(tmp_path, text)
    assert found == []
    assert not told.differs
    assert "Geen verschil:" in told.text
    assert "De regels zijn wel anders opgeschreven." in told.text


def test_the_same_version_has_no_difference(tmp_path: Path) -> None:
    """A version compared with itself gives one sentence that says so."""
    found, told = compared(tmp_path, START)
    assert found == []
    assert told.text.endswith("De regels zijn gelijk.")


def test_words_alone_are_said_as_such(tmp_path: Path) -> None:
    """Other words and sources are named, and are no difference."""
    text = changed(("title: Bel 112", "title: Bel meteen 112"), ("lead: Schrijf hier", "lead: Schrijf"))
    text = changed(("    title: Een stil kind\n", "    title: Stil\n"), text=text)
    _, told = compared(tmp_path, text)
    assert not told.differs
    words = told.text.split("Alleen woorden, bronnen of bewijs zijn anders\n")[1].split("\n")
    assert words == [
        "  de kop van de hulp (titel, inleiding, status of datums)",
        "  advies ‘bel-112’",
        "  gevallen: 1 veranderd",
    ]


def test_a_difference_reads_as_a_sentence(tmp_path: Path) -> None:
    """The report names advice by its title, and the case by short names and labels."""
    _, told = compared(tmp_path, changed(("or zorgen in {ja}\n    urgency", "or zorgen in {onbekend}\n    urgency")))
    assert (
        "Advies dat de oude versie gaf en de nieuwe niet\n"
        "  Bel Veilig Thuis voor advies (bel-veilig-thuis)\n"
        "    Bij ‘Gevaar nu: Nee’ en ‘Zorgen over later: Ja’ gaf de oude versie dit advies; de nieuwe geeft het niet.\n"
    ) in told.text


def test_every_change_of_an_outcome_has_its_own_case(tmp_path: Path) -> None:
    """Each pair of an old and a new value that occurs is told once."""
    text = changed(("stap: volgen\n", "stap: overleg\n"), ("stap: uitzoeken\n", "stap: overleg\n"))
    found, told = compared(tmp_path, text)
    assert {(item.old, item.new) for item in found} == {("volgen", "overleg"), ("uitzoeken", "overleg")}
    assert told.text.count("Volgende stap (vervolg.stap)") == 1


def test_a_question_of_one_version_is_free_in_it(tmp_path: Path) -> None:
    """A new question is named, and what its answer changes is a difference whose case names it."""
    text = changed(("  - id: zorgen\n", f"{NEW_QUESTION}  - id: zorgen\n"))
    text = changed(
        ("when: nu-gevaar in {ja}\n    urgency", "when: nu-gevaar in {ja} or wapen in {ja}\n    urgency"), text=text
    )
    found, told = compared(tmp_path, text)
    assert brief(found) == [("advice", "bel-112", NOT_GIVEN, GIVEN)]
    assert "Nieuw: vraag ‘Wapen’ (wapen)." in told.text
    assert "‘Wapen: Ja’ (alleen in de nieuwe versie)" in told.text
    back, told = compared(tmp_path, START, old=text)
    assert brief(back) == [("advice", "bel-112", GIVEN, NOT_GIVEN)]
    assert "Weg: vraag ‘Wapen’ (wapen)." in told.text
    assert "‘Wapen: Ja’ (alleen in de oude versie)" in told.text


def test_advice_and_decisions_of_one_version_are_differences(tmp_path: Path) -> None:
    """What only one version has is never given by the other."""
    head, _, rest = START.partition("# Een beslissing leest")
    text = head.replace("  - id: zoek-uit\n", "  - id: zoek-uit\n    when: zorgen in {onbekend}\n")
    text = text.replace("zoek-uit", "vraag-na") + rest[rest.index("claims:") : rest.index("# Verzonnen")]
    found, told = compared(tmp_path, text)
    assert ("advice", "vraag-na", NOT_GIVEN, GIVEN) in brief(found)
    assert ("advice", "zoek-uit", GIVEN, NOT_GIVEN) in brief(found)
    assert ("outcome", "vervolg.stap", "nu", "nvt") in brief(found)
    assert "geen uitkomst (de beslissing is niet van toepassing)" in " ".join(told.text.split())


def test_answers_of_one_version_are_named_and_left_aside(tmp_path: Path) -> None:
    """The versions are compared on the answers that both know."""
    more = "{ja: Ja, soms: Soms, nee: Nee, onbekend: Weet ik nog niet}"
    text = changed(
        (f"{ANSWERS}\n    sources: [praktijk#onbekend]", f"    answers: {more}\n    sources: [praktijk#onbekend]"),
    )
    found, told = compared(tmp_path, text)
    assert found == []
    assert told.differs
    assert "Bij vraag ‘Zorgen over later’ (zorgen) als antwoord erbij: ‘Soms’." in told.text


def test_a_question_that_became_another_is_free_in_both(tmp_path: Path) -> None:
    """A question of another kind under the same id is two questions: both answers are in the case."""
    number = "    number: {min: 0, max: 9, unit: keer, unknown: Weet ik nog niet}"
    text = changed((f"{ANSWERS}\n    sources: [praktijk#gevaar]", f"{number}\n    sources: [praktijk#gevaar]"))
    text = text.replace("nu-gevaar in {ja, onbekend}", "nu-gevaar > 0").replace("nu-gevaar in {ja}", "nu-gevaar > 0")
    text = text.replace("nu-gevaar in {nee}", "nu-gevaar = 0")
    found, told = compared(tmp_path, text[: text.index("# Verzonnen")])
    assert ("advice", "bel-112", GIVEN, NOT_GIVEN) in brief(found)
    assert "Een andere vraag onder dezelfde naam: vraag ‘Gevaar nu’ (nu-gevaar)." in told.text
    assert "(oude versie) en" in " ".join(told.text.split())


def test_the_list_of_changes_is_checked(tmp_path: Path) -> None:
    """Changed advice must be named by an entry that only the new version has, and nothing else by such an entry."""
    edit = ("when: nu-gevaar in {ja}\n    urgency", "when: nu-gevaar in {ja, onbekend}\n    urgency")
    rules = version(tmp_path, START).tree.rules
    entry = f"changes:\n  - {{date: 2026-11-23, rules: {rules}, say: Onbekend telt mee., advice: [%s]}}\n"
    _, without = compared(tmp_path, changed(edit))
    assert "Ontbreekt in de lijst: bel-112." in without.text
    _, told = compared(tmp_path, changed(edit) + entry % "bel-112")
    assert "23 november 2026: Onbekend telt mee." in told.text
    assert "De lijst noemt precies het advies dat verandert." in told.text
    _, wrong = compared(tmp_path, changed(edit) + entry % "zoek-uit")
    assert "Ontbreekt in de lijst: bel-112." in wrong.text
    assert "Staat in de lijst, maar verandert niet: zoek-uit." in wrong.text
    _, old_news = compared(tmp_path, changed(edit) + entry % "bel-112", old=START + entry % "bel-112")
    assert "Ontbreekt in de lijst: bel-112." in old_news.text


def test_what_cannot_be_decided_never_passes(tmp_path: Path) -> None:
    """Without time for the solver there is no answer, and never "no difference"."""
    this = version(tmp_path, START)
    with pytest.raises(UndecidedError):
        Comparison(this, this, seconds=0).differences()
