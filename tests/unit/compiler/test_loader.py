"""Laws of the loader: what a tree file says becomes a Document, and all its faults come at once, in place."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aids.compiler.diagnostics import has_errors, split_lines
from aids.compiler.document import Choice, Document, Position
from aids.compiler.loader import load_document
from aids.compiler.project import load_project
from aids.runtime.conditions import ALWAYS, NEVER
from tests.unit.compiler.samples import TODAY, tree_text, write_project

HERE = Path(__file__).parent
SAMPLE = HERE / "passende-zorg.yml"
WHOLE = HERE / "alle-vormen.yml"


@pytest.fixture(scope="module")
def document() -> Document:
    """The tree that uses every form."""
    loaded, found = load_document(SAMPLE)
    assert found == []
    assert loaded is not None
    return loaded


def test_every_form_is_read(document: Document) -> None:
    """Each kind of question becomes that kind, with its exclusives, bounds, reasons and people."""
    kinds = [(question.id, question.purpose, question.kind) for question in document.questions]
    assert kinds == [
        ("nu-gevaar", "decide", "one"),
        ("rode-vlaggen", "decide", "any"),
        ("opnieuw", "decide", "date"),
        ("leeftijd", "decide", "number"),
        ("toelichting", "record", "text"),
        ("gesprek", "duty", "duty"),
    ]
    assert document.question("nu-gevaar").answers[1] == Choice("nee", "Nee", "Zeker weten")
    flags = document.question("rode-vlaggen")
    assert [answer.id for answer in flags.answers] == ["wurgen", "wapen", "geen", "onbekend"]
    assert flags.none == "geen"
    age = document.question("leeftijd")
    assert (age.unit, age.minimum, age.maximum, age.unknown) == ("jaar", 0, 17, "Weet ik niet")
    assert document.question("toelichting").maximum == 500
    talk = document.question("gesprek")
    assert [choice.id for choice in (*talk.reasons, *talk.who)] == ["onveilig", "niet-bereikt", "collega", "vt"]
    assert document.lead == "Een kleine hulp, om mee te proberen."


def test_conditions_are_read_wherever_they_stand(document: Document) -> None:
    """A condition is the same in a block, in {...} and folded; absent means always, or never for advice."""
    assert document.question("nu-gevaar").when == ALWAYS
    assert document.question("rode-vlaggen").when == ("in", "nu-gevaar", ("nee", "onbekend"))
    assert document.question("opnieuw").when == ("in", "rode-vlaggen", ("wurgen", "wapen"))
    assert [advice.when for advice in document.advice] == [("in", "nu-gevaar", ("ja",)), NEVER]
    rows = document.decisions[0].rows
    assert rows[0].when == ("in", "nu-gevaar", ("ja",))
    assert rows[1].when == (
        "all",
        (("cmp", "leeftijd", ">=", 12), ("cmp", "opnieuw", ">", "today"), ("in", "gesprek", ("gedaan",))),
    )


def test_decisions_are_read(document: Document) -> None:
    """Rows, otherwise and floors keep their outcomes, references and order."""
    decision = document.decisions[0]
    assert [row.row for row in decision.rows] == ["T0", "T6'"]
    assert decision.rows[0].outcomes == (("melden", "nu"), ("hulp", "met-vt"))
    assert decision.otherwise.advice == ("overleg",)
    assert [outcome.closing for outcome in decision.gives] == [("geen",), ("zelf",)]
    assert decision.floors[0].at_least == (("melden", "overleg"),)
    assert decision.floors[0].replace == (("hulp", "zelf", "open"),)


def test_elements_keep_their_place(document: Document) -> None:
    """The position of an element is that of its id, 1-based; that of a condition is its own."""
    name = str(SAMPLE)
    assert document.question("leeftijd").at == Position(name, 39, 9, 8)
    assert document.question("rode-vlaggen").when_at == Position(name, 27, 11, 28)
    assert document.decisions[0].rows[1].at == Position(name, 86, 14, 3)
    assert document.advice[0].sources[0].at == Position(name, 69, 15, 6)


def test_ten_faults_come_at_once(tmp_path: Path) -> None:
    """One file with faults in form, references, conditions and rules gives all of them in one run, sorted by place."""
    write_project(tmp_path, (HERE / "tien-fouten.yml").read_text(encoding="utf-8"))
    found = load_project(tmp_path, today=TODAY).diagnostics
    assert [(item.code, item.at.line, item.at.column, item.at.length) for item in found] == [
        ("VW205", 2, 5, 11),
        ("VW201", 4, 1, 5),
        ("VW207", 7, 9, 6),
        ("VW206", 12, 10, 6),
        ("VW212", 15, 11, 7),
        ("VW306", 24, 21, 9),
        ("VW412", 26, 23, 11),
        ("VW401", 28, 23, 6),
        ("VW202", 29, 5, 1),
        ("VW308", 30, 22, 1),
    ]
    assert [item.excerpt for item in found][:2] == ["id: Tien Fouten", "titel: Een hulp met tien fouten"]


def test_a_document_is_given_only_without_errors(tmp_path: Path) -> None:
    """With one error there is no document; with a warning only there is."""
    path = tmp_path / "voorbeeld.yml"
    path.write_text(tree_text("status: onzin\n"), encoding="utf-8")
    assert load_document(path)[0] is None
    path.write_text(tree_text(), encoding="utf-8")
    assert load_document(path)[0] is not None


def test_a_faulty_question_is_not_unknown_to_others(tmp_path: Path) -> None:
    """A fault in a question's answers gives no second fault in each condition that names it."""
    path = tmp_path / "voorbeeld.yml"
    path.write_text(tree_text().replace("nee: Nee, ", "Nee: Nee, "), encoding="utf-8")
    assert [item.code for item in load_document(path)[1]] == ["VW205"]


def test_yaml_words_stay_words(tmp_path: Path) -> None:
    """`no`, `yes`, `on`, numbers and dates as labels and answers stay the text that they are."""
    path = tmp_path / "voorbeeld.yml"
    answers = "{ja: yes, nee: no, on: 1.10, onbekend: 2026-01-01}"
    path.write_text(tree_text().replace("{ja: Ja, nee: Nee, onbekend: Weet ik nog niet}", answers), encoding="utf-8")
    loaded, _ = load_document(path)
    assert loaded is not None
    labels = [(answer.id, answer.label) for answer in loaded.questions[0].answers]
    assert labels == [("ja", "yes"), ("nee", "no"), ("on", "1.10"), ("onbekend", "2026-01-01")]


def test_the_name_in_diagnostics_is_the_one_given(tmp_path: Path) -> None:
    """Diagnostics call the file as the caller does."""
    found = load_document(tmp_path / "weg.yml", "decision_trees/weg.yml")[1]
    assert [item.at for item in found] == [Position("decision_trees/weg.yml")]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sound file with a few pieces cut, doubled, moved or replaced by junk."""
    data = draw(st.sampled_from([SAMPLE, WHOLE])).read_bytes()
    junk = st.one_of(
        st.binary(max_size=6),
        st.sampled_from(
            [b"\t", b"\xef\xbb\xbf", b"{", b"]", b": ", b"- ", b"&a ", b"*a", b"<<: ", b"!!x ", b"'", b'"', b"|\n"]
        ),
        st.sampled_from(
            [b"not ", b" in {", b"}", b"(", b" and ", b"\n", b"\n---\n", b"%YAML", b"? ", b"# ", b"{}", b"[]"]
        ),
        st.text(max_size=4).map(lambda text: text.encode("utf-8", "surrogatepass")),
    )
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        piece = draw(st.one_of(junk, st.just(data[start:end] * 2), st.just(b"")))
        data = data[:start] + piece + data[end:]
    return data


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(data=st.one_of(mutated(), st.binary(max_size=200)))
def test_no_bytes_make_the_loader_raise(data: bytes, tmp_path: Path) -> None:
    """Whatever a file holds: no exception, a document or an error, and every place within the file."""
    path = tmp_path / "voorbeeld.yml"
    path.write_bytes(data)
    loaded, found = load_document(path)
    assert (loaded is None) == has_errors(found)
    lines = split_lines(data.decode("utf-8", "replace"))
    for item in found:
        assert 1 <= item.at.line <= len(lines)
        assert 1 <= item.at.column <= len(lines[item.at.line - 1]) + 8


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    data=st.one_of(mutated(), st.binary(max_size=200)),
    name=st.sampled_from(["tree", "part", "bronnen", "contacten", "page"]),
)
def test_no_bytes_make_the_project_raise(data: bytes, name: str, tmp_path: Path) -> None:
    """Whatever one of the files of a project holds: no exception, and every finding has an existing code and place."""
    places = {
        "tree": "decision_trees/voorbeeld.yml",
        "part": "decision_trees/delen/basis.yml",
        "bronnen": "docs/gegevens/bronnen.yml",
        "contacten": "docs/gegevens/contacten.yml",
        "page": "docs/blad.md",
    }
    write_project(tmp_path, WHOLE.read_text(encoding="utf-8"))
    (tmp_path / places[name]).write_bytes(data)
    project = load_project(tmp_path, today=TODAY)
    assert all(item.code.startswith("VW") and item.at.line >= 1 for item in project.diagnostics)
