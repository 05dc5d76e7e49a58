"""Owns what the browser's Python is made to do while its imports are watched: everything that may import something.

Fed to `bundle_trace` as text, with the names of all modules in `modules`; each ends with the imported modules of the
standard library as JSON. Runs in Pyodide under Node, on a developer's machine only.
"""

AID = """
import codecs, datetime, importlib, json, sys, warnings
sys.path.insert(0, "/engine")
for name in modules:
    importlib.import_module(name)
from aids.runtime.bridge import Bridge
for text in ("{", "[]", "{}", "[" * 100, chr(0xDC00), "1e999", "NaN"):
    try:
        Bridge(text)
    except Exception as error:
        repr(error)
try:
    datetime.date.fromisoformat("2026-02-30")
except ValueError as error:
    repr(error)
datetime.datetime.strptime("2026-01-01", "%Y-%m-%d")
warnings.warn("x", stacklevel=1)
importlib.import_module("importlib._abc")  # a scan's archives need it, and its engine cannot add to this package
for codec in ("ascii", "latin-1", "utf-8-sig", "utf-16"):
    codecs.lookup(codec)
dropped = {"codecs"}
from zipimport import zipimporter
json.dumps(sorted(
    name for name, module in sys.modules.items()
    if isinstance(getattr(module, "__loader__", None), zipimporter) and name not in dropped
))
"""

SCAN = r"""
import base64, importlib, io, json, sys, zipfile
sys.path.insert(0, "/engine")
for name in modules:
    importlib.import_module(name)
from fractions import Fraction
from aids.runtime.bridge import Bridge
from aids.runtime.scan.model import Chapter, Criterion, Level, Line, Role, Scan, Step
from aids.runtime.scan.panels import PANELS

scan = Scan(
    "zelfscan", "1a", "1b", "Zelfscan", "denkkader", "2026-11-22", "2027-05-22", "Over.",
    (Step("nog-niet", "Nog niet", "", 0), Step("volledig", "Volledig", "", 1)),
    (Level("begin", "Begin", Fraction(0), Fraction(1), False), Level("klaar", "Klaar", Fraction(1), Fraction(1), True)),
    (Role("gemeente", "Gemeente"),), (Chapter("visie", "Visie", ""),), (Criterion("c1", "1", "visie", "Visie", ""),),
    tuple(Line(name, name, "c1", name, name + "?", "", "p.md#" + name, "2" + name) for name in ("c1a", "c1b", "c1c")),
)
bridge = Bridge(json.dumps(scan.to_json()))

def ask(kind, **message):
    return json.loads(bridge.handle(json.dumps({"type": kind, "seq": 1, "today": "2026-11-22", **message})))

def document(number, first, **more):
    answers = {"c1a": first, "c1b": {"state": "nvt", "reason": "\u00e9"}, "c1c": "onbekend"}
    by = {"id": f"{number:032x}", "role": "gemeente", "organisation": "=1", "recognisable": False}
    notes = {"c1a": {"evidence": "=1", "note": "<r>a</r>", "action": "doen", "owner": "wie", "date": "2027-03-01"}}
    head = {"format": "veilig-in-de-wijk", "schema": 1, "kind": "scan", "tree": "zelfscan", "version": "1a"}
    parts = {"by": by, "answers": answers, "notes": notes, "words": {}}
    return {**head, "rules": "1b", "saved": "2026-11-01T10:00", **parts, **more}

group = [document(number, "volledig" if number % 2 else "nog-niet") for number in range(4)]
joint = {"c1a": {"answer": "volledig", "reason": "samen"}}
followup = {"c1a": {"state": "loopt", "note": ""}}
whole = document(9, "nog-niet", group=group, joint=joint, weights={"c1": 2}, followup=followup)
works = [{"saved": whole, "earlier": document(1, "volledig")}, {"saved": document(2, "nog-niet"), "earlier": None}]
replies = [ask("consult", answers=whole["answers"])]
replies.append(ask("gather", files=[{"name": "a", "saved": one} for one in group * 2]))
files = []
for work in works:
    replies.append(ask("panels", work=work, names=list(PANELS)))
    for form in ("xlsx", "csv", "ics", "text", "json", "html"):
        replies.append(ask("export", work=work, form=form))
        files.append(base64.b64decode(replies[-1]["base64"]))
assert not [reply for reply in replies if reply["type"] == "error"], replies
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
    parts.writestr("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
hostile = [archive.getvalue(), b"PK", b"\xd0\xcf\x11\xe0", b"\xff\xfe<\x00", b"{", b"<html>", b"PK\x03\x04" * 9, b""]
halves = [file[: len(file) // 2] for file in files] + [file[:-30] + b"x" * 30 for file in files]
for content in files + hostile + halves:
    ask("read", name="a", base64=base64.b64encode(content).decode())
    ask("read", name="a", text=content.decode(errors="replace"))
for text in ("{", "[]", "{}", "[" * 100, chr(0xDC00), '{"type": "read"}', '{"type": "export", "today": "x"}'):
    bridge.handle(text)
from zipimport import zipimporter
json.dumps(sorted(
    name for name, module in sys.modules.items() if isinstance(getattr(module, "__loader__", None), zipimporter)
))
"""
