"""Laws of pages: front matter, citations, embedded aids and numbers are checked where they stand."""

from pathlib import Path

import pytest

from aids.compiler.editorial import load_editorial
from aids.compiler.pages import check_pages, mask
from tests.unit.compiler.samples import TODAY, write_project

FRONT = "---\ntitle: Blad\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n"
CITING = "---\ntitle: Blad\nstatus: geldend\nreviewed: 2026-01-01\nreview_by: 2099-01-01\nsources: [norm#1]\n---\n"


def found_in(tmp_path: Path, text: str, name: str = "blad.md") -> list[tuple[str, int, int]]:
    """Code, line and column of what is found in a page of this text."""
    write_project(tmp_path)
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    editorial, _ = load_editorial(tmp_path / "docs")
    found = check_pages(tmp_path / "docs", editorial, ["voorbeeld"], prefix="docs", today=TODAY)
    assert all(item.at.file == f"docs/{name}" for item in found)
    return [(item.code, item.at.line, item.at.column) for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRONT + "# Blad\n", []),
        (CITING + "# Blad [[norm#1]] en [[contact:alarm]]: 112\n\n::: aid voorbeeld\n\n::: checklist voorbeeld\n", []),
        (FRONT + "::: bronnen\n\n::: meldingen\n\n::: kalender\n", []),
        ("", [("VW601", 1, 1)]),
        ("# Blad\n---\ntitle: x\n---\n", [("VW601", 1, 1)]),
        ("---\n---\n", [("VW118", 1, 1)]),
        ("---\n- a\n---\n", [("VW203", 2, 1)]),
        ("---\ntitle: a: b\n---\n", [("VW108", 2, 9)]),
        (FRONT.replace("title: Blad\n", ""), [("VW202", 2, 1)]),
        (FRONT.replace("reviewed", "nagekeken"), [("VW202", 2, 1), ("VW201", 3, 1)]),
        (FRONT.replace("2099-01-01", "2026-01-01"), [("VW404", 4, 12)]),
        (FRONT.replace("2099-01-01", "2026-06-01"), [("VW405", 4, 12)]),
        (FRONT.replace("reviewed", "second_reader: jurist\nreviewed"), []),
        (FRONT.replace("reviewed", "second_reader: Jansen\nreviewed"), [("VW207", 3, 16)]),
        (CITING.replace("norm#1", "norm#7"), [("VW401", 6, 11)]),
        (CITING.replace("status: geldend\n", ""), [("VW602", 2, 1)]),
        (FRONT + "::: aid voorbeeld\n", [("VW602", 2, 1), ("VW602", 2, 1)]),
        (CITING + "::: aid voorbeelt\n", [("VW604", 8, 9)]),
        (FRONT + "  :::aid voorbeeld\n", [("VW605", 6, 3)]),
        (
            FRONT + "Zie [[norm#2]], [[contact:politie]] en [[x]].\n",
            [("VW401", 6, 5), ("VW603", 6, 17), ("VW606", 6, 40)],
        ),
        (FRONT + "Bel 0800-1234 of [hier](tel:0801234567).\n", [("VW412", 6, 5), ("VW412", 6, 29)]),
        (FRONT + "U hoeft dat\nniet te melden.\n", [("VW413", 6, 3)]),
    ],
)
def test_each_fault_is_found_in_place(text: str, expected: list[tuple[str, int, int]], tmp_path: Path) -> None:
    """Each fault of a page gives its code at its line and column; all of them come in one run."""
    assert found_in(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "`[[x]]` is hoe u verwijst\n",
        "```\n::: hulp x\nBel 030-1234567 [[x]]\n```\n",
        "<!-- [[x]] 030-1234567 -->\n",
        "[wet](https://voorbeeld.nl/0301234567)\n",
    ],
)
def test_code_comments_and_addresses_are_left_alone(text: str, tmp_path: Path) -> None:
    """What is shown as code, hidden, or part of an address is no citation and no number."""
    assert found_in(tmp_path, FRONT + text) == []


def test_masking_keeps_every_place() -> None:
    """Masking changes no length and no line."""
    text = "a `b` c\n```\nd\n```\n<!-- e\nf --> https://g.nl/h\n"
    masked = mask(text)
    assert len(masked) == len(text)
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]
    assert masked.split() == ["a", "c"]


def test_a_page_about_a_handbook_names_its_source(tmp_path: Path) -> None:
    """A page that restates a handbook has status and sources; the list of handbooks need not."""
    assert found_in(tmp_path, FRONT, "handboeken/boek/deel.md") == [("VW602", 2, 1), ("VW602", 2, 1)]
    assert found_in(tmp_path / "lijst", FRONT, "handboeken/index.md") == []


def test_bytes_that_are_no_text_are_findings(tmp_path: Path) -> None:
    """A page that is not UTF-8 is found, and read as far as it goes."""
    write_project(tmp_path)
    (tmp_path / "docs/blad.md").write_bytes(FRONT.encode() + b"caf\xe9 [[x]]\n")
    editorial, _ = load_editorial(tmp_path / "docs")
    found = check_pages(tmp_path / "docs", editorial, [], today=TODAY)
    assert [(item.code, item.at.line, item.at.column) for item in found] == [("VW103", 6, 4), ("VW606", 6, 6)]
