"""Laws of the page that is the scan before any script runs, and of its blank sheet."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from aids.compiler.editorial import Editorial, load_editorial
from aids.compiler.loader import load_tree
from aids.compiler.render_scan import FILTERS, JUDGEMENT, render_scan
from aids.compiler.render_scan_blank import render_scan_blank
from aids.compiler.render_scan_parts import VIEWS
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.runtime.scan import allowed
from tests.golden.html_tree import attributes, of_class, one, read_html, text_of

REPOSITORY = Path(__file__).parents[3]
NOTES = ["evidence", "note", "action", "owner", "date"]
HOSTILE = "<script>alert('x')</script> & \"q\""


@cache
def editorial() -> Editorial:
    """Return the editorial data of the site."""
    return load_editorial(REPOSITORY / "docs")[0]


@cache
def document() -> ScanDocument:
    """Return the scan of the site."""
    found, _ = load_tree(REPOSITORY / "decision_trees" / "zelfscan.yml")
    assert isinstance(found, ScanDocument)
    return found


def page(scan: ScanDocument | None = None) -> Element:
    """Return the rendered scan, parsed."""
    return read_html(render_scan(scan or document(), editorial()))


def blank() -> Element:
    """Return the rendered blank sheet, parsed."""
    return read_html(render_scan_blank(document(), editorial()))


def test_every_line_stands_there_once_in_its_chapter() -> None:
    """Nothing of the scan is missing from the static page, in the order of the tree."""
    root = page()
    assert attributes(root, "data-question") == [line.id for line in document().lines]
    assert attributes(root, "data-scan-chapter") == [chapter.id for chapter in document().chapters]
    for line in document().lines:
        group = one(root, "data-question", line.id)
        assert group.get("id") == f"zelfscan-{line.id}"
        said = text_of(group)
        for text in (line.number, line.ask, line.why, *line.evidence, line.record, line.suggest):
            assert " ".join(text.split()) in said


def test_a_line_is_a_fieldset_with_every_answer_and_note() -> None:
    """Each line has native radios for every answer, a reason, five notes, and the hash of its words."""
    root = page()
    words = {line.id: line.words for line in compile_scan(document()).lines}
    expected = [*(step.id for step in document().scale), "nvt", "onbekend"]
    for line in document().lines:
        group = one(root, "data-question", line.id)
        assert (group.tag, group[0].tag) == ("fieldset", "legend")
        radios = [node for node in group.iter("input") if node.get("type") == "radio"]
        assert [node.get("value") for node in radios] == expected
        assert len({node.get("name") for node in radios}) == 1
        assert attributes(group, "data-scan-note") == NOTES
        assert len(attributes(group, "data-scan-reason")) == 1
        assert group.get("data-scan-words") == words[line.id]


def test_every_input_has_a_name_of_its_own_and_every_id_is_there_once() -> None:
    """No id stands twice; each field is in a label or is described, and no name is shared outside a group."""
    root = page()
    assert [name for name, count in Counter(attributes(root, "id")).items() if count > 1] == []
    names = Counter(
        (node.get("name"), node.get("value") if node.get("type") == "radio" else "") for node in root.iter("input")
    )
    assert [name for name, count in names.items() if count > 1 and name[0]] == []


def test_what_an_aid_must_show_is_there() -> None:
    """112 and Veilig Thuis, the way out, status with dates and version, and that it is no verdict."""
    root = page()
    said = text_of(root)
    assert "112" in said
    assert "0800-2000" in said
    assert JUDGEMENT in said
    assert document().about in said
    assert compile_scan(document()).version in text_of(of_class(root, "aid-status")[0])
    assert one(root, "data-aid-action", "leave").get("href") == "about:blank"


def test_only_the_sheet_is_in_sight_without_a_script() -> None:
    """The other views are hidden, and every control that needs a script stands in a part that waits for one."""
    root = page()
    views = {node.get("data-scan-view"): node for node in root.iter() if node.get("data-scan-view")}
    assert list(views) == [name for name, _, _ in VIEWS]
    assert [name for name, node in views.items() if "hidden" not in node.attrib] == ["invullen"]
    waiting = [node for node in root.iter() if "hidden" in node.attrib or "scan-scripted" in node.get("class", "")]
    inside = {id(button) for node in waiting for button in node.iter("button")}
    templates = {id(button) for node in root.iter("template") for button in node.iter("button")}
    assert [text_of(button) for button in root.iter("button") if id(button) not in inside | templates] == []
    assert attributes(root, "data-scan-filter") == [name for name, _ in FILTERS]


def test_hostile_texts_stay_texts() -> None:
    """Whatever an editor writes is shown as written."""
    first = document().lines[0]
    lines = (replace(first, ask=HOSTILE, why=HOSTILE, evidence=(HOSTILE,)), *document().lines[1:])
    root = page(replace(document(), title=HOSTILE, lead=HOSTILE, about=HOSTILE, lines=lines))
    assert list(root.iter("script")) == []
    assert text_of(root).count("alert('x')") >= 5


def test_no_style_stands_in_the_page() -> None:
    """The policy of the site refuses styles and handlers in the page: there are none."""
    for text in (render_scan(document(), editorial()), render_scan_blank(document(), editorial())):
        assert not re.search(r"\s(style|on[a-z]+)=", text)


def test_the_blank_sheet_has_boxes_and_room_for_every_line() -> None:
    """On paper each line has a box for each answer and room to write; the sheet carries no hooks."""
    root = blank()
    rows = of_class(root, "scan-form-ask")
    assert [text_of(row[0]) for row in rows] == [f"{line.number} {line.ask}" for line in document().lines]
    assert {len(of_class(row, "aid-tick")) for row in rows} == {len(document().scale) + 2}
    assert len(of_class(root, "scan-form-room")) == len(document().lines)
    assert not any(name.startswith("data-") for node in root.iter() for name in node.attrib)


def test_the_page_builds_what_python_may_send() -> None:
    """The script that puts panels on the page has the same lists of tags and attributes as Python."""
    code = (REPOSITORY / "aids" / "web" / "scan-nodes.js").read_text(encoding="utf-8")
    for name in ("SVG_TAGS", "HTML_TAGS", "HTML_ATTRIBUTES", "SVG_ATTRIBUTES", "HOOKS"):
        (given,) = re.findall(rf"export const {name} = new Set\((.*?)\);", code, re.DOTALL)
        listed = {word for text in re.findall(r'"([^"]+)"(?=\.split)', given) for word in text.split()}
        assert listed == getattr(allowed, name), name
