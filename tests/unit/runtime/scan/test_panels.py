"""Laws of every panel: of what it is made, that its numbers agree, and that nobody can be picked out of it."""

import random
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import aids
from aids.runtime.markup import Node, html, words
from aids.runtime.scan.allowed import ALLOWED_ATTRIBUTES, ALLOWED_TAGS, HTML_TAGS, SVG_TAGS
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels import PANELS
from aids.runtime.scan.work import Work
from tests.random_scans import TEXTS, random_scan, real_shape
from tests.scan_works import of_class, random_work, texts, walk

TODAY = "2026-11-22"
SIZES = (0, 1, 7, 40, 61)
REAL = real_shape()
SCANS = [REAL, *(random_scan(random.Random(seed)) for seed in range(3))]  # noqa: S311  the same each time
HEADINGS = ("h2", "h3", "h4")


def _works() -> list[tuple[Scan, Work]]:
    return [
        (scan, random_work(seed + size, scan, size, recognisable=seed % 2 == 1))
        for seed, scan in enumerate(SCANS)
        for size in SIZES
    ]


WORKS = _works()


@cache
def _panel(place: int, name: str) -> list[Node]:
    """Return a panel of one of the works, made once."""
    return PANELS[name](*WORKS[place], TODAY)


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_is_made_of_the_allowed_tags_and_attributes_alone(name: str) -> None:
    """No style, no script, no link, no id, no attribute that runs; classes are our own."""
    for place in range(len(WORKS)):
        for part in walk(_panel(place, name)):
            assert part.tag in ALLOWED_TAGS
            assert part.attributes.keys() <= ALLOWED_ATTRIBUTES
            assert all(word.startswith("scan-") for word in part.attributes.get("class", "").split())
    assert not {"a", "script", "style", "img", "use", "foreignObject"} & ALLOWED_TAGS
    assert not {"style", "href", "id", "src", "xlink:href"} & ALLOWED_ATTRIBUTES
    assert not SVG_TAGS & HTML_TAGS


@pytest.mark.parametrize("name", PANELS)
def test_texts_of_a_file_stay_text(name: str) -> None:
    """Markup in a note is written escaped: no element comes from a text."""
    for place in range(len(SIZES)):
        written = "".join(html(part) for part in _panel(place, name))
        assert "<b>" not in written
        assert "<script" not in written


def test_what_a_file_says_is_shown_as_it_was_said() -> None:
    """The file that people read holds every note of its own lines, whatever is in it."""
    _, work = WORKS[1]
    said = "".join(words(part) for part in PANELS["save"](REAL, work, TODAY))
    notes = {text for note in work.saved["notes"].values() for text in note.values() if text in TEXTS}
    assert notes
    assert all(text in said for text in notes)


@pytest.mark.parametrize("name", PANELS)
def test_headings_begin_with_the_title_and_skip_no_level(name: str) -> None:
    """A panel starts with a heading of the second level."""
    for place in range(len(WORKS)):
        levels = [HEADINGS.index(part.tag) for part in walk(_panel(place, name)) if part.tag in HEADINGS]
        assert levels[0] == 0
        assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PANELS)
def test_each_picture_has_a_name_and_says_in_words_what_it_shows(name: str) -> None:
    """Title and description come first in it; in one panel no two pictures have the same name."""
    for place in range(len(WORKS)):
        found = of_class(_panel(place, name), "scan-picture")
        assert all([child.tag for child in walk([part])][1:3] == ["title", "desc"] for part in found)
        assert all(part.attributes["role"] == "img" and texts(part)[1] for part in found)
        if name != "save":
            assert len({texts(part)[0] for part in found}) == len(found)


@pytest.mark.parametrize("name", ["result", "compare", "rollup", "report", "together"])
def test_every_score_in_a_picture_is_in_a_table_of_the_panel(name: str) -> None:
    """Whoever reads the table misses no number: in words beside a bar, or in the description."""
    for place in range(len(WORKS)):
        panel = _panel(place, name)
        tables = " ".join(
            text for part in panel for found in walk([part]) if found.tag == "table" for text in texts(found)
        )
        for part in of_class(panel, "scan-picture"):
            drawn = {number for text in texts(part) for number in re.findall(r"\d+,\d+", text)}
            assert drawn <= set(re.findall(r"\d+,\d+", tables))


def test_the_signs_of_the_heat_map_are_those_of_its_table() -> None:
    """Row by row and column by column, in the order of the picture; very many respondents have neither."""
    for place, (scan, _) in enumerate(WORKS):
        panel = _panel(place, "together")
        rows = [part for table in of_class(panel, "scan-heat") for part in walk([table]) if part.tag == "tr"][1:]
        in_table = ["".join(texts(row)[1:]) for row in rows]
        blocks = [_signs(scan, texts(part)[2:]) for part in of_class(panel, "scan-picture-heat")]
        assert in_table == ["".join(row) for row in zip(*blocks, strict=True)]


def _signs(scan: Scan, drawn: list[str]) -> list[str]:
    """Return the signs of each line of a heat map, from its texts in order: the head, then chapters with lines."""
    size = drawn.index(scan.chapters[0].title)
    found, place = [], size
    for chapter in scan.chapters:
        place += 1
        for criterion in scan.criteria_of(chapter.id):
            for _ in scan.lines_of(criterion.id):
                place += 1 + (size - 1) // 10
                found.append("".join(drawn[place : place + size]))
                place += size
    assert place == len(drawn)
    return found


def _marked(scan: Scan) -> Scan:
    """Return the scan with labels of roles that stand nowhere else."""
    return scan._replace(roles=tuple(role._replace(label=f"Rol{role.id.upper()}") for role in scan.roles))


@pytest.mark.parametrize("size", [2, 5, 9, 20])
def test_of_a_role_that_is_not_shown_only_the_number_is_told(size: int) -> None:
    """Its name stands where is told who responded, and nowhere else: no text, no attribute."""
    scan = _marked(REAL)
    for seed in range(4):
        work = random_work(seed, scan, size)
        work.saved["by"] = {"id": "", "role": "", "organisation": "", "recognisable": False}
        roles = [member["by"]["role"] for member in work.saved["group"]]
        large = [role.id for role in scan.roles if roles.count(role.id) >= 3]
        rest = sum(role not in large for role in roles)
        shown = [] if 0 < rest < 3 else large
        for name in set(PANELS) - {"invitation"}:
            parts = PANELS[name](scan, work, TODAY)
            who = {id(part) for found in of_class(parts, "scan-who") for part in walk([found])}
            others = [part for part in walk(parts) if id(part) not in who]
            said = [text for part in others for text in part.children if isinstance(text, str)]
            said += [value for part in others for value in part.attributes.values()]
            assert {role.id for role in scan.roles if role.label in " ".join(said)} <= set(shown)


def test_with_no_role_shown_nobody_can_tell_who_has_which_role() -> None:
    """Deal the roles anew over the same answers: every panel stays as it was."""
    for seed in range(4):
        work = random_work(seed, REAL, 4)
        members = work.saved["group"]
        for member, role in zip(members, ("rol-1", "rol-1", "rol-2", "rol-3"), strict=True):
            member["by"]["role"] = role
        before = {name: PANELS[name](REAL, work, TODAY) for name in PANELS}
        for member, role in zip(members, ("rol-3", "rol-1", "rol-1", "rol-2"), strict=True):
            member["by"]["role"] = role
        work.saved["group"] = members[::-1]
        assert {name: PANELS[name](REAL, work, TODAY) for name in PANELS} == before


def test_organisations_are_told_only_if_all_agreed_to_be_recognisable() -> None:
    """One who did not agree hides the organisations of all."""
    for recognisable in (True, False):
        work = random_work(3, REAL, 7, recognisable=True)
        for member in work.saved["group"]:
            member["by"]["organisation"] = "Wijkteam Ergens"
        work.saved["by"]["organisation"] = ""
        work.saved["group"][2]["by"]["recognisable"] = recognisable
        for name in ("together", "agenda", "joint", "report", "rollup", "save"):
            said = "".join(words(part) for part in PANELS[name](REAL, work, TODAY))
            assert ("Wijkteam Ergens" in said) == (recognisable and name not in ("agenda", "joint"))


def test_notes_of_the_group_are_shown_nowhere() -> None:
    """What one respondent wrote is no part of what the group says."""
    work = random_work(4, REAL, 5)
    for member in work.saved["group"]:
        member["notes"] = {line.id: {"note": "GEHEIM", "action": "GEHEIM"} for line in REAL.lines}
        member["answers"] = {line.id: {"state": "nvt", "reason": "GEHEIM"} for line in REAL.lines}
    work.saved["joint"] = {}
    assert all("GEHEIM" not in words(part) for name in PANELS for part in PANELS[name](REAL, work, TODAY))


def test_the_lines_where_the_page_puts_controls_are_named_once() -> None:
    """An item of the agenda and a promise has its line and one room, and both are lines that the scan or a file has."""
    for place in range(len(WORKS)):
        for name, kind in (("agenda", "li"), ("compare", "tr")):
            parts = list(walk(_panel(place, name)))
            named = [part for part in parts if part.tag == kind and "data-scan-line" in part.attributes]
            lines = [part.attributes["data-scan-line"] for part in named]
            assert len(set(lines)) == len(lines)
            assert all(sum("data-scan-room" in part.attributes for part in walk([item])) == 1 for item in named)


@pytest.mark.parametrize("name", ["web/scan-panels.css", "runtime/saved_style.py"])
def test_a_style_has_rules_for_classes_that_panels_have(name: str) -> None:
    """No rule is left for a class that no panel has."""
    used = {
        word
        for place in range(len(WORKS))
        for panel in PANELS
        for part in walk(_panel(place, panel))
        for word in part.attributes.get("class", "").split()
    }
    style = Path(aids.__path__[0], name).read_text(encoding="utf-8")
    assert set(re.findall(r"\.(scan-[a-z-]+)", style)) <= used
