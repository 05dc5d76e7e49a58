"""Owns what the browser's Python is made to do while its imports are watched: everything that may import something.

Fed to `bundle_trace` as text, with the names of all modules in `modules`; each ends with the imported modules of the
standard library as JSON. Runs in Pyodide under Node, on a developer's machine only.
"""

AID = """
import codecs, datetime, importlib, json, sys, traceback, warnings
sys.path.insert(0, "/engine")
for name in modules:
    importlib.import_module(name)
from aids.runtime.bridge import Bridge
for text in ("{", "[]", "{}", "[" * 100, chr(0xDC00), "1e999", "NaN"):
    try:
        Bridge(text)
    except Exception:
        traceback.format_exc()
try:
    datetime.date.fromisoformat("2026-02-30")
except ValueError:
    traceback.format_exc()
datetime.datetime.strptime("2026-01-01", "%Y-%m-%d")
warnings.warn("x", stacklevel=1)
for codec in ("ascii", "latin-1", "utf-8-sig", "utf-16"):
    codecs.lookup(codec)
dropped = {"codecs"}
from zipimport import zipimporter
json.dumps(sorted(
    name for name, module in sys.modules.items()
    if isinstance(getattr(module, "__loader__", None), zipimporter) and name not in dropped
))
"""

SCAN = """
import importlib, json, sys
sys.path.insert(0, "/engine")
for name in modules:
    importlib.import_module(name)
from zipimport import zipimporter
json.dumps(sorted(
    name for name, module in sys.modules.items() if isinstance(getattr(module, "__loader__", None), zipimporter)
))
"""
