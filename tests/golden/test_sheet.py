"""Golden test of what the compiler makes of one tree: the aid and the blank checklist, to the letter.

`RENEW_GOLDEN=1` writes the files anew; the difference is then read by a person before it is committed.
"""

import os
from collections.abc import Callable

import pytest

from aids.compiler.document import Document
from aids.compiler.editorial import Editorial
from aids.compiler.render import render_aid
from aids.compiler.render_checklist import render_checklist
from tests.golden.sheet_input import SHEET, sheet_document, sheet_editorial

RENDERERS: list[tuple[str, Callable[[Document, Editorial], str]]] = [
    ("aid.html", render_aid),
    ("checklist.html", render_checklist),
]


@pytest.mark.parametrize(("name", "render"), RENDERERS)
def test_html_is_what_was_looked_at(name: str, render: Callable[[Document, Editorial], str]) -> None:
    """The HTML of a tree changes only when someone means it to."""
    made = render(sheet_document(), sheet_editorial()) + "\n"
    golden = SHEET / name
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")
