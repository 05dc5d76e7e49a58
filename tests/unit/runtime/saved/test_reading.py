"""Laws of reading a saved file: what is good survives, every fault has its place, and what is no file is refused."""

import json
from typing import Any

import pytest

from aids.runtime.saved import json_text, ordered, read_data, read_saved
from aids.runtime.saved_faults import LONGEST_NAME, MOST, Faults, quoted
from aids.runtime.saved_parts import LARGEST_WEIGHT
from aids.runtime.scan import model
from tests.saved_sample import respondent


def case(**parts: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    """Return a document of a flow in normal form."""
    return {
        "format": "veilig-in-de-wijk", "schema": 1, "kind": "flow", "tree": "proef", "version": "v", "rules": "r",
        "saved": "2026-11-22T10:33", "today": "2026-11-22", "answers": {}, "notes": {}, "words": {}, "given": {},
        **parts,
    }  # fmt: skip


def faults_of(data: object) -> list[tuple[str, str]]:
    """Return code and place of each fault in JSON data."""
    faults = Faults("a.json")
    read_data(data, faults)
    return [(fault.code, fault.place) for fault in faults.all()]


def kept(data: object, part: str) -> Any:  # noqa: ANN401  JSON data
    """Return a part of the normal form of JSON data."""
    saved = read_data(data, Faults("a.json"))
    assert saved is not None
    return saved[part]


def test_the_largest_weight_is_that_of_the_scan() -> None:
    """The limit in a file is the one that scores reckon with."""
    assert LARGEST_WEIGHT == model.LARGEST_WEIGHT


def test_the_normal_form_has_every_part() -> None:
    """What a file leaves out is there, empty; what it should have had is told."""
    bare = {"format": "veilig-in-de-wijk", "schema": 1, "kind": "scan", "tree": "klein", "answers": {}}
    saved = read_data(bare, Faults("a.json"))
    assert saved is not None
    assert saved["by"] == {"id": "", "role": "", "organisation": "", "recognisable": False}
    assert [saved[part] for part in ("saved", "notes", "weights", "joint")] == ["", {}, {}, {}]
    assert faults_of(bare) == [("verplicht", part) for part in ("version", "rules", "saved")]
    assert list(ordered(saved)) == list(saved)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "ander"}, "vreemd-bestand"),
        ({"schema": 0}, "verplicht"),
        ({"schema": True}, "verplicht"),
        ({"schema": "1"}, "verplicht"),
        ({"schema": 2}, "nieuwer"),
        ({"kind": "spel"}, "verplicht"),
        ({"kind": []}, "verplicht"),
        ({"tree": "../weg"}, "verplicht"),
        ({"tree": 3}, "verplicht"),
        ({"answers": []}, "verplicht"),
    ],
)
def test_what_is_no_document_is_refused(change: dict[str, Any], code: str) -> None:
    """Without format, form, kind, tree or answers there is nothing to read; the reason is told once."""
    assert read_data({**respondent(), **change}, Faults("a.json")) is None
    assert faults_of({**respondent(), **change}) == [(code, "")]
    assert faults_of(3) == [("vreemd-bestand", "")]


def test_answers_of_questions_have_every_form() -> None:
    """Ids, lists, numbers, texts, duties and empty ones are read; what is none is named and left out."""
    duty = {"state": "later", "date": "2027-03-01", "reason": None, "who": "collega"}
    given = {
        "een": "ja", "meer": ["a", "b"], "getal": 2.5, "tekst": "een\nregel", "leeg": None, "plicht": duty,
        "waar": True, "groot": 1e300, "half": ["a", 3], "veel": ["a"] * 1001, "stand": {"state": "klaar", "date": None},
    }  # fmt: skip
    assert kept(case(answers=given), "answers") == {
        "een": "ja", "getal": 2.5, "leeg": None, "meer": ["a", "b"], "stand": {}, "tekst": "een\nregel",
        "plicht": {"state": "later", "date": "2027-03-01", "who": "collega"},
    }  # fmt: skip
    assert faults_of(case(answers=given)) == [
        ("verkeerde-soort", "answers.groot"),
        ("verkeerde-soort", "answers.half[1]"),
        ("verkeerde-soort", "answers.half"),
        ("verkeerde-soort", "answers.stand.state"),
        ("te-veel", "answers.veel"),
        ("verkeerde-soort", "answers.waar"),
    ]


def test_what_was_given_is_read() -> None:
    """Advice and outcomes of then come through; what has no id or another form does not."""
    advice = [{"id": "bel-112", "certainty": "certain", "urgency": "nu"}, {"certainty": "certain"}, 3]
    decisions = {"weging": {"row": "T1", "standing": {"melden": "nu"}}, "andere": "nvt", "derde": "ja"}
    given = kept(case(given={"advice": advice, "decisions": decisions}), "given")
    assert given == {"advice": advice[:1], "decisions": {"weging": decisions["weging"], "andere": "nvt"}}
    assert kept(case(given={"advice": "veel"}), "given") == {"advice": []}


def test_an_agreement_has_an_answer_and_a_promise_a_known_state() -> None:
    """A reason without an answer is no agreement; what became of a promise is one of four."""
    joint = {"c1": {"reason": "x"}, "c2a": {"answer": "volledig", "reason": "y"}, "c2b": 3}
    followup = {"c1": {"state": "klaar", "note": "blijft"}, "c2a": {"state": "loopt"}}
    data = respondent(joint=joint, followup=followup)
    assert kept(data, "joint") == {"c2a": {"answer": "volledig", "reason": "y"}}
    assert kept(data, "followup") == {"c1": {"note": "blijft"}, "c2a": {"state": "loopt"}}
    assert faults_of(data) == [
        ("verplicht", "joint.c1"),
        ("verkeerde-soort", "joint.c2b"),
        ("verkeerde-soort", "followup.c1.state"),
    ]


def test_no_part_has_more_than_a_thousand_entries() -> None:
    """Of more the first thousand are read, and it is told."""
    data = respondent(answers={f"c{number}": "volledig" for number in range(1001)})
    assert len(kept(data, "answers")) == 1000
    assert faults_of(data) == [("te-veel", "answers")]


def test_recognisable_is_only_who_said_so() -> None:
    """Anything but true or false is no consent."""
    assert kept(respondent(by={"recognisable": "ja"}), "by")["recognisable"] is False


def test_the_answer_of_a_line_has_a_state() -> None:
    """An object without a state, or with one that is no id, is no answer."""
    values: list[dict[str, Any]] = [{}, {"state": 3}, {"reason": "x"}]
    for value in values:
        assert kept(respondent(answers={"c1": value}), "answers") == {}
        assert faults_of(respondent(answers={"c1": value})) == [("verkeerde-soort", "answers.c1.state")]


def test_who_filled_in_may_be_left_open() -> None:
    """Without id or role a document is good; an id that is none is named."""
    open_by = {"id": "", "role": "", "organisation": "", "recognisable": True}
    assert faults_of(respondent(by=open_by)) == []
    assert faults_of(respondent(by={"id": 3, "role": 4})) == [
        ("verkeerde-soort", "by.id"),
        ("verkeerde-soort", "by.role"),
    ]


@pytest.mark.parametrize(
    "value", ["2026-13-01", "26-01-01", "2026-1-1", "1999-12-31", "2101-01-01", "20260101", 3, None]
)
def test_absurd_days_are_named(value: object) -> None:
    """A day that is none, or lies outside 2000 to 2100, is named and left out; "" is no day yet."""
    notes = {"c1": {"date": value, "note": "blijft"}}
    assert kept(respondent(notes=notes), "notes") == {"c1": {"note": "blijft"}}
    assert [place for _, place in faults_of(respondent(notes=notes))] == ["notes.c1.date"]
    assert kept(respondent(notes={"c1": {"date": ""}}), "notes") == {"c1": {"date": ""}}


@pytest.mark.parametrize(
    "value", ["2026-11-22", "2026-11-22 10:33", "2026-11-22T25:00", "2026-11-22X10:33", "0000-01-01T00:00", 3]
)
def test_absurd_moments_are_named(value: object) -> None:
    """A moment that is none is named and left out."""
    assert kept(respondent(saved=value), "saved") == ""
    assert [place for _, place in faults_of(respondent(saved=value))] == ["saved"]


def test_names_of_what_is_there_twice() -> None:
    """A name that is there twice counts as neither, wherever it stands."""
    text = json_text(respondent()).replace('"note": "Zie de visie."', '"note": "a", "note": "b"')
    saved, faults = read_saved(text, "a.json")
    assert saved is not None
    assert saved["notes"] == {"c1": {"date": "2027-03-01"}}
    assert [(fault.code, fault.place) for fault in faults] == [("dubbel", "notes.c1.note")]


def test_a_group_belongs_to_a_scan() -> None:
    """A case has no respondents; respondents of another kind or tree, and their own groups, are left out."""
    assert faults_of(case(group=[])) == [("vreemd-deel", "group")]
    found = respondent(group=[respondent(), case(), respondent(tree="anders"), {**respondent(), "group": []}, 3])
    assert len(kept(found, "group")) == 2
    assert [code for code, _ in faults_of(found)] == ["andere-scan", "andere-scan", "vreemd-deel", "vreemd-bestand"]
    assert faults_of(respondent(group={})) == [("verkeerde-soort", "group")]
    assert faults_of(respondent(group=[respondent()] * 501)) == [("te-veel", "group")]


@pytest.mark.parametrize("part", ["by", "notes", "words", "weights", "joint", "followup"])
def test_a_part_of_another_kind_does_not_lose_the_answers(part: str) -> None:
    """A part that cannot be read is named; the answers are still there."""
    values: list[Any] = [3, [], "x", None, True, 2.5]
    for value in values:
        data = {**respondent(), part: value}
        assert kept(data, "answers") == respondent()["answers"]
        assert faults_of(data) == [("verkeerde-soort", part)]


def test_texts_are_made_plain() -> None:
    """Lines stay in a note and go in a name; what nobody sees goes; a text over its length is cut, and told."""
    text = "a\tb\r\nc\rd\u2028e\x85f\x00\u202e\ud800g"
    data = respondent(notes={"c1": {"note": text}}, by={"organisation": text})
    assert kept(data, "notes")["c1"]["note"] == "a b\nc\nd\ne\nfg"
    assert kept(data, "by")["organisation"] == "a b c d e fg"
    long = respondent(notes={"c1": {"note": "x" * 2000 + "rest"}})
    faults = Faults("a.json")
    saved = read_data(long, faults)
    assert saved is not None
    assert saved["notes"]["c1"]["note"] == "x" * 2000
    assert "‘rest’" in faults.all()[0].message
    assert faults_of(respondent(notes={"c1": {"note": "\ufffd"}})) == [("tekenset", "notes.c1.note")]
    assert faults_of(respondent(notes={"c1": {"note": 3}})) == [("verkeerde-soort", "notes.c1.note")]


def test_ids_and_hashes_have_a_form() -> None:
    """A name that is no id, and a hash that is none, are named with their place."""
    data = respondent(words={"c1": "a b", "C1": "x"}, version=3)
    assert faults_of(data) == [
        ("verkeerde-soort", "version"),
        ("vreemd-deel", "words.C1"),
        ("verkeerde-soort", "words.c1"),
    ]


def test_faults_are_bounded_and_fit_in_a_sentence() -> None:
    """However much is wrong, and whatever a file is called, what is told stays short and on one line."""
    faults = Faults("regel\n\u202e" + "x" * 500)
    for number in range(MOST + 5):
        faults.add("code", f"answers.{number}" + "y" * 500, "Zin.")
    told = faults.all()
    assert len(told) == MOST + 1
    assert told[-1].code == "meer"
    assert "5 plaatsen" in told[-1].message
    assert all("\n" not in fault.message and len(fault.message) < 3 * LONGEST_NAME for fault in told)
    assert Faults("").file == "bestand zonder naam"
    assert quoted(" a \n b ") == "a b"


def test_text_that_is_json_by_halves() -> None:
    """Every text without a document has its own reason."""
    reasons = {
        "": "leeg", "\ufeff \n": "leeg", "PK\x03\x04": "vreemd-bestand", "{\0": "tekenset", "\ufffd\ufffd": "tekenset",
        "hallo": "vreemd-bestand", "{": "half", '{"a': "half", '{"a" 1}': "geen-json", "[" * 100: "te-diep",
        "<p>": "half", "<p></html>": "vreemd-bestand", "null": "vreemd-bestand",
    }  # fmt: skip
    for text, code in reasons.items():
        saved, faults = read_saved(text, "a")
        assert (saved, [fault.code for fault in faults]) == (None, [code])


def test_a_file_has_one_block_and_an_end_to_its_size() -> None:
    """Two blocks of data, or more than five million characters, are refused."""
    block = '<script type="application/json" id="veilig-in-de-wijk">{}</script>'
    for text, code in ((f"<html>{block}{block}</html>", "dubbel"), (" " * 5_000_001, "te-groot")):
        assert [fault.code for fault in read_saved(text, "a")[1]] == [code]


def test_numbers_that_are_none_are_left_out() -> None:
    """NaN, the infinite and digits without end are no weights, and raise nothing."""
    for number in ("NaN", "-Infinity", "1e999", "9" * 5000):
        text = json.dumps(respondent(weights={"c1": 77})).replace("77", number)
        saved, faults = read_saved(text, "a.json")
        assert saved is not None
        assert saved["weights"] == {}
        assert [fault.place for fault in faults] == ["weights.c1"]
