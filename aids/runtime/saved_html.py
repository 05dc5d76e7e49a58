"""Owns the saved file as one HTML page that anyone can read: opens anywhere, needs no network, runs nothing.

Holds the body that others make as nodes, the document's own particulars, and the data in a block that no browser runs.
The same document and body give the same bytes. `saved.read_saved` reads it back. Runs in browser and build.
"""

import base64
import hashlib
import json
from collections.abc import Sequence

from aids.runtime.markup import Child, Node, html, node
from aids.runtime.saved import Saved, ordered
from aids.runtime.saved_source import BLOCK, escaped
from aids.runtime.saved_style import STYLE

DAY_LENGTH = len("2026-11-22")


def html_text(saved: Saved, title: str, body: Sequence[Child]) -> str:
    """Return the page.

    Args:
        saved: the document in normal form; all of it goes into the block of data.
        title: the heading; the title of the window stays neutral.
        body: what a person sees of it, from a heading of the second level down.
    """
    data = escaped(json.dumps(ordered(saved), ensure_ascii=False, separators=(",", ":")))
    head = [
        node("meta", {"charset": "utf-8"}),
        node("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}),
        node("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        node("meta", {"name": "referrer", "content": "no-referrer"}),
        node("title", None, f"Werkblad {saved['saved'][:DAY_LENGTH]}".strip()),
    ]
    main = node("main", None, node("h1", None, title), *body, particulars(saved))
    parts = [
        "<!doctype html>",
        '<html lang="nl">',
        "<head>",
        *(html(each) for each in head),
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        html(main),
        f'<script type="application/json" id="{BLOCK}">',
        data,
        "</script>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def particulars(saved: Saved) -> Node:
    """Return from which tree, version and moment a document is, for its last page."""
    told = {
        "Bewaard op": saved["saved"].replace("T", " om ") or "onbekend",
        "Hulp of scan": saved["tree"],
        "Versie": saved["version"] or "onbekend",
        "Regels": saved["rules"] or "onbekend",
    }
    pairs: list[Child] = []
    for name, value in told.items():
        pairs += [node("dt", None, name), node("dd", None, value)]
    about = (
        "Dit bestand werkt zonder internet en voert niets uit. De gegevens zitten erin: op de pagina waar u het "
        "bewaarde, kunt u het weer openen."
    )
    return node("footer", {"class": "saved-about"}, node("dl", None, pairs), node("p", None, about))


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


POLICY = _policy()
"""Nothing may be loaded, sent or run; of styles only the page's own."""
