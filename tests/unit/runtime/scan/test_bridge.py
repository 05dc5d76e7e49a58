"""Laws of the worker of a scan: each message gets its reply, every other one an error, and nothing raises."""

import base64
import json
import sys
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from aids.runtime.bridge import Bridge, dump
from aids.runtime.markup import data
from aids.runtime.model import SCAN as KIND
from aids.runtime.saved import json_text
from aids.runtime.saved_html import html_text
from aids.runtime.saved_source import LARGEST
from aids.runtime.scan import model
from aids.runtime.scan.bridge import ScanBridge
from aids.runtime.scan.panels import PANELS
from aids.runtime.scan.view import consult_scan
from aids.runtime.scan.work import Work
from tests.saved_sample import SCAN, respondent

TODAY = "2026-11-22"
BRIDGE = Bridge(dump(SCAN.to_json()))


class Exported(NamedTuple):
    """What the stand-in for the exports gives."""

    name: str
    media: str
    content: bytes


class Exports:
    """Stands in for the exports, and keeps what was asked of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of `aids.export`."""
        self.asked: list[Any] = []
        self.content = b"inhoud"
        self.read: Any = (None, [])
        whole, reading = ModuleType("aids.export"), ModuleType("aids.export.xlsx_read")
        whole.export = self.export  # type: ignore[attr-defined]
        reading.read_xlsx = self.read_xlsx  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "aids.export", whole)
        monkeypatch.setitem(sys.modules, "aids.export.xlsx_read", reading)

    def export(self, *asked: object) -> Exported:
        """Return the content, whatever is asked."""
        self.asked.append(asked)
        return Exported("werkblad.json", "application/json", self.content)

    def read_xlsx(self, content: bytes, name: str) -> Any:  # noqa: ANN401  what a test wants it to be
        """Return what the test wants."""
        self.asked.append((content, name))
        return self.read


def ask(**message: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    """Return the reply to a message."""
    reply: dict[str, Any] = json.loads(BRIDGE.handle(dump({"seq": 7, "today": TODAY, **message})))
    assert reply["seq"] == 7
    return reply


def test_a_tree_of_kind_scan_gets_the_bridge_of_a_scan() -> None:
    """The kind in the tree's data decides; the word for it is the same on both sides."""
    assert model.KIND == KIND
    assert json.loads(ScanBridge(SCAN.to_json()).handle("{}"))["type"] == "error"
    assert ask(type="changes", answers={})["type"] == "error"


def test_consult_gives_the_view() -> None:
    """The View is that of the answers, with the weights if there are any."""
    answers = {"c1": "volledig", "c2a": "nog-niet"}
    assert ask(type="consult", answers=answers)["view"] == consult_scan(SCAN, answers, TODAY)
    weighed = ask(type="consult", answers=answers, weights={"c1": 5})
    assert weighed["view"] == consult_scan(SCAN, answers, TODAY, {"c1": 5})


def test_panels_are_what_was_asked_for() -> None:
    """Each panel comes as node data, with the View of the own answers."""
    saved = respondent()
    reply = ask(type="panels", work={"saved": saved, "earlier": None}, names=["result", "actions"])
    assert list(reply["panels"]) == ["result", "actions"]
    nodes = [data(each) for each in PANELS["result"](SCAN, Work(saved), TODAY)]
    assert reply["panels"]["result"] == json.loads(dump(nodes))
    assert reply["view"] == consult_scan(SCAN, saved["answers"], TODAY)
    assert ask(type="panels", work={"saved": {}}, names=[])["view"] is None


@pytest.mark.parametrize("text", [json_text(respondent()), html_text(respondent(), "Proef", [])])
def test_reading_gives_the_document(text: str) -> None:
    """JSON and HTML give the document that was saved."""
    assert ask(type="read", name="a.json", text=text) == {
        "type": "read", "seq": 7, "saved": respondent(), "faults": [], "changed": []
    }  # fmt: skip


def test_reading_tells_what_is_wrong_and_what_has_changed() -> None:
    """A refused file gives no document; one of this version loses what it cannot hold; an older one tells."""
    assert ask(type="read", name="a.json", text="{}")["saved"] is None
    other = ask(type="read", name="a.json", text=json_text(respondent(tree="anders")))
    assert (other["saved"], other["faults"][0]["code"], other["changed"]) == (None, "andere-scan", [])
    strange = respondent(answers={"weg": "volledig", "c1": "volledig"}, saved="2026-11-23T09:00")
    read = ask(type="read", name="a.json", text=json_text(respondent(group=[strange])))
    assert read["saved"]["group"][0]["answers"] == {"c1": "volledig"}
    assert [fault["place"] for fault in read["faults"]] == ["group[0].answers.weg"]
    assert ask(type="read", name="a.json", text=json_text(strange))["faults"][0]["code"] == "toekomst"
    older = ask(type="read", name="a.json", text=json_text(respondent(version="v0", answers={"weg": "volledig"})))
    assert older["saved"]["answers"] == {"weg": "volledig"}
    assert [change["kind"] for change in older["changed"]] == ["versie", "vervallen"]


def test_a_spreadsheet_is_read_by_the_exports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes go to the reader of spreadsheets as they are; what it gives is judged like any other file."""
    exports = Exports(monkeypatch)
    exports.read = (respondent(), [])
    reply = ask(type="read", name="a.xlsx", base64=base64.b64encode(b"PK").decode())
    assert exports.asked == [(b"PK", "a.xlsx")]
    assert reply["saved"] == respondent()


def test_gathering_names_files_by_their_place() -> None:
    """Which files count is told by their places in the message, those that are no document left out."""
    files = [{"name": "a", "saved": 3}, {"name": "b", "saved": respondent()}, {"name": "c", "saved": respondent()}]
    reply = ask(type="gather", files=files)
    assert reply["kept"] == [1]
    assert [(fault["code"], fault["file"]) for fault in reply["faults"]] == [("vreemd-bestand", "a"), ("dubbel", "c")]


def test_gathering_a_region_gives_what_groups_agreed() -> None:
    """For a region a file with a group counts once, with the document that stands for it; else it does not count."""
    several = respondent(group=[respondent(by={"id": "f" * 32})])
    files = [{"name": "x", "saved": 3}, {"name": "a", "saved": several}]
    reply = ask(type="gather", files=files, region=True)
    assert reply["kept"] == [1]
    assert reply["agreed"]["1"]["answers"]["c1"] == "grotendeels"
    assert "group" not in reply["agreed"]["1"]
    apart = ask(type="gather", files=files)
    assert (apart["kept"], apart["agreed"]) == ([], {})


def test_an_export_is_of_this_version_and_in_normal_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is a document of the scan as it is now, whatever the page had in hand; the day is the page's."""
    exports = Exports(monkeypatch)
    work = {"saved": respondent(version="v0", answers={"c1": "volledig", "weg": "x"}), "earlier": respondent()}
    reply = ask(type="export", form="json", work=work)
    assert (reply["name"], base64.b64decode(reply["base64"])) == ("werkblad.json", b"inhoud")
    scan, given, form, today = exports.asked[0]
    assert given.saved == respondent(answers={"c1": "volledig"})
    assert (scan, given.earlier, form, today) == (SCAN, respondent(), "json", TODAY)
    ask(type="export", form="csv", work={"saved": respondent()})
    assert exports.asked[1][1].earlier is None


def test_what_could_not_be_opened_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is too large to read is refused when it is made; a spreadsheet has no such limit."""
    exports = Exports(monkeypatch)
    exports.content = b"x" * (LARGEST + 1)
    assert ask(type="export", form="html", work={"saved": respondent()})["code"] == "te-groot"
    assert ask(type="export", form="xlsx", work={"saved": respondent()})["type"] == "export"


def test_without_the_exports_the_rest_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that brought no exports says so, and goes on."""
    for name in ("aids.export", "aids.export.xlsx_read"):
        monkeypatch.setitem(sys.modules, name, None)
    assert ask(type="export", form="csv", work={"saved": respondent()})["code"] == "ontbreekt"
    assert ask(type="read", name="a.xlsx", base64="UEs=")["code"] == "ontbreekt"
    assert ask(type="consult", answers={})["type"] == "view"


def test_every_other_message_gets_an_error() -> None:
    """Junk of every kind is answered with a sentence; the bridge goes on."""
    work = {"saved": respondent()}
    junk: list[Any] = [
        {"type": "wis"}, {"type": ["consult"]}, {"type": "consult", "answers": []},
        {"type": "consult", "answers": {}, "today": "morgen"}, {"type": "consult", "answers": {}, "weights": 3},
        {"type": "panels", "names": "result", "work": work}, {"type": "panels", "names": ["niets"], "work": work},
        {"type": "panels", "names": [[]], "work": work}, {"type": "panels", "names": ["result"], "work": 3},
        {"type": "read", "text": "{}"}, {"type": "read", "name": "a"}, {"type": "read", "name": "a", "base64": "#"},
        {"type": "gather"}, {"type": "gather", "files": [3]}, {"type": "gather", "files": [{"saved": {}}]},
        {"type": "export", "form": "exe", "work": work}, {"type": "export", "form": [], "work": work},
        {"type": "export", "form": "csv"}, {"type": "export", "form": "csv", "work": {"saved": {}}},
    ]  # fmt: skip
    for message in junk:
        reply = ask(**message)
        assert (reply["type"], bool(reply["message"])) == ("error", True)
    for text in ("", "[]", "{", "[" * 1000, "NaN"):
        assert json.loads(BRIDGE.handle(text)) | {"message": ""} == {
            "type": "error", "seq": None, "code": "vreemd-bericht", "message": ""
        }  # fmt: skip
