"""Laws of shared parts: in the host they are as if written there, with the places and texts of their own file."""

from pathlib import Path

import pytest

from aids.commands import trees
from aids.compiler.loader import load_document
from aids.compiler.project import Project, load_project
from tests.unit.compiler.samples import PLACES, TODAY, part_text, tree_text, write_project

HOST = (
    "parts: [basis]\nquestions:\n  - {part: basis, questions: [pijn, wond]}\n"
    "advice:\n  - part: basis\ndecisions:\n  - part: basis\n"
)
CLAIM = "claims:\n  - {id: eigen, say: Eigen, then: bel-112 or not bel-112, sources: [norm#1]}\n"
PART = PLACES["part"]


def project(root: Path, host: str = HOST, part: str | None = None) -> Project:
    """The project with this host and this part."""
    write_project(root, tree_text(host))
    if part is not None:
        (root / PART).write_text(part, encoding="utf-8")
    return load_project(root, today=TODAY)


def test_a_part_stands_where_the_host_puts_it(tmp_path: Path) -> None:
    """Questions at their places, all advice and decisions, and each element tells its part and its own file."""
    found = project(tmp_path, HOST + CLAIM)
    assert found.diagnostics == ()
    host = found.documents[0]
    assert host.parts == ("basis",)
    for group in (host.questions, host.advice, host.decisions, host.claims, host.examples):
        for item in group:
            assert item.at.file == (PART if item.part else PLACES["tree"])
    assert [(item.id, item.part) for item in host.questions] == [
        ("nu-gevaar", ""),
        ("pijn", "basis"),
        ("wond", "basis"),
    ]
    assert [(item.id, item.part) for item in host.advice] == [("bel-112", ""), ("bel-arts", "basis")]
    assert [(item.id, item.part) for item in host.claims] == [("eigen", ""), ("wond-arts", "basis")]
    assert [item.id for item in host.examples] == ["snee"]


def test_a_part_is_a_tree_by_itself_and_no_page(tmp_path: Path) -> None:
    """The part is among the parts, sound, and not among the trees; a page cannot show it."""
    found = project(tmp_path)
    assert [part.id for part in found.parts] == ["basis"]
    assert [document.id for document in found.documents] == ["voorbeeld"]
    (tmp_path / "docs/blad.md").write_text(
        "---\ntitle: Blad\nstatus: geldend\nreviewed: 2026-01-01\nreview_by: 2099-01-01\nsources: [norm#1]\n---\n"
        "::: aid basis\n",
        encoding="utf-8",
    )
    assert [item.code for item in load_project(tmp_path, today=TODAY).diagnostics] == ["VW604"]


def test_questions_may_stand_apart(tmp_path: Path) -> None:
    """Questions of the host may stand between those of a part, and name them."""
    between = (
        "  - {part: basis, questions: [pijn]}\n  - id: koorts\n    step: gevaar\n    ask: Is er koorts?\n"
        "    short: Koorts\n    when: pijn in {ja}\n    answers: {ja: Ja, nee: Nee, onbekend: Weet niet}\n"
        "    sources: [norm#1]\n  - {part: basis, questions: [wond]}\n"
    )
    found = project(tmp_path, HOST.replace("  - {part: basis, questions: [pijn, wond]}\n", between))
    assert found.diagnostics == ()
    assert [item.id for item in found.documents[0].questions] == ["nu-gevaar", "pijn", "koorts", "wond"]


def test_a_rule_of_the_host_may_name_an_outcome_of_the_part(tmp_path: Path) -> None:
    """The outcome of a part's decision is an outcome like any other."""
    advice = "  - {id: haast, when: 'spoed.arts in {nu}', urgency: nu, title: Haast, do: [Ga.], sources: [norm#1]}\n"
    found = project(tmp_path, HOST.replace("  - part: basis\ndecisions", f"  - part: basis\n{advice}decisions"))
    assert found.diagnostics == ()
    assert found.documents[0].advice[-1].when == ("in", "spoed.arts", ("nu",))


def test_a_fault_in_a_part_is_found_once_with_its_line(tmp_path: Path) -> None:
    """Part and host together report a fault of the part once, in the part's file, with the line there."""
    part = part_text().replace("when: wond in {ja}", "when: wont in {ja}")
    found = project(tmp_path, part=part)
    assert [(item.code, item.at.file) for item in found.diagnostics] == [("VW304", PART)]
    assert "when: wont in {ja}" in found.diagnostics[0].excerpt
    assert (found.documents, found.parts) == ((), ())


def test_a_host_by_itself_shows_the_faults_of_its_part(tmp_path: Path) -> None:
    """Loading the host alone finds them too, with excerpts: it cannot be used with a faulty part."""
    project(tmp_path, part=part_text().replace("    short: Wond\n", ""))
    document, found = load_document(tmp_path / PLACES["tree"], PLACES["tree"])
    assert document is None
    assert [(item.code, item.at.file) for item in found] == [("VW202", PART)]
    assert found[0].excerpt.strip() == "- id: wond"


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (HOST.replace("parts: [basis]", "parts: [basis, basis]"), ["VW721"]),
        (HOST.replace("[pijn, wond]", "[wond]"), ["VW714"]),
        (HOST.replace("  - part: basis\ndecisions", "  - {part: basis, when: x}\ndecisions"), ["VW201"]),
        (HOST.replace("{part: basis, questions: [pijn, wond]}", "{part: basis}"), ["VW202", "VW714"]),
        (HOST.replace("parts: [basis]", "parts: basis"), ["VW203"]),
        (HOST + "policies: nee\n", ["VW203"]),
        (HOST + CLAIM.replace("id: eigen", "id: wond-arts"), ["VW717"]),
    ],
)
def test_each_misplacing_is_found(host: str, expected: list[str], tmp_path: Path) -> None:
    """One slip in how a part is used gives its code in the host, and nothing about the part's own file."""
    found = project(tmp_path, host).diagnostics
    assert [item.code for item in found] == expected
    assert {item.at.file for item in found} == {PLACES["tree"]}


@pytest.mark.parametrize(("text", "code"), [("- a\n", "VW203"), ("id: [\n", "VW109"), ("", "VW118")])
def test_an_unreadable_part_is_one_fault(text: str, code: str, tmp_path: Path) -> None:
    """A part that cannot be read gives its own fault; the host is not told that the part is unknown."""
    found = project(tmp_path, part=text).diagnostics
    assert [(item.code, item.at.file) for item in found] == [(code, PART)]


def test_a_part_within_a_part_is_not_taken(tmp_path: Path) -> None:
    """Only hosts have parts."""
    found = project(tmp_path, part=part_text("parts: [basis]\n")).diagnostics
    assert [(item.code, item.at.file) for item in found] == [("VW718", PART)]


def test_a_part_outside_its_folder_is_refused(tmp_path: Path) -> None:
    """`kind: part` beside the trees would get a page."""
    assert [item.code for item in project(tmp_path, "kind: part\n").diagnostics] == ["VW722"]


def test_commands_find_a_part_by_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of a part is a name for the commands, but it is no tree of the site."""
    write_project(tmp_path)
    monkeypatch.setattr(trees, "ROOT", tmp_path)
    assert trees.tree_path("basis") == tmp_path / PART
    assert trees.tree_paths() == [tmp_path / PLACES["tree"]]
    assert trees.part_paths() == [tmp_path / PART]


def test_a_checklist_needs_no_advice(tmp_path: Path) -> None:
    """A list of duties is a whole tree."""
    duty = tree_text().partition("advice:")[0].replace("kind: flow", "kind: checklist")
    duty = duty.replace(
        "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n", "    purpose: duty\n    reasons: {a: A}\n"
    )
    write_project(tmp_path, duty)
    found = load_project(tmp_path, today=TODAY)
    assert found.diagnostics == ()
    assert (found.documents[0].kind, found.documents[0].advice) == ("checklist", ())
