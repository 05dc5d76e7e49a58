"""Laws of typed numbers: a telephone number is found wherever it is written, and nothing else is taken for one."""

from pathlib import Path

import pytest

from aids.compiler.page_texts import page_texts
from aids.compiler.typed_numbers import numbers_in, typed_numbers

FRONT = "---\ntitle: Blad\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n"
KNOWN = frozenset({"112", "08002000"})


def found_in(root: Path, files: dict[str, str]) -> list[tuple[str, int, int, int]]:
    """Return file, line, column and length of what is found in these files."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    docs = root / "docs"
    found = typed_numbers(page_texts(docs, "docs"), docs, "docs", root / "overrides", KNOWN)
    assert {item.code for item in found} <= {"VW946"}
    assert all(item.excerpt for item in found)
    return [(item.at.file, item.at.line, item.at.column, item.at.length) for item in found]


@pytest.mark.parametrize(
    "number",
    [
        "0800-2000",
        "0800 2000",
        "08002000",
        "0900-8844",
        "0800-0188",
        "+31 30 123 45 67",
        "0031301234567",
        "(030) 123 45 67",
        "030-1234567",
        "06-12345678",
        "06 12 34 56 78",
        "14 030",
        "14-0900",
        "112",
        "113",
    ],
)
def test_every_form_of_a_number_is_found(number: str) -> None:
    """Free numbers, cities, mobiles, from abroad, short ones: as people write them."""
    text = f"Bel {number} als het kan."
    (found,) = numbers_in(text)
    assert text[found[0] : found[1]].strip("(") == number.strip("(")


@pytest.mark.parametrize(
    "text", ["112", "Bij gevaar: 112.", "**112**", "Alarmnummer 112, dag en nacht", "(112)", "112!"]
)
def test_the_alarm_number_is_found_without_a_verb(text: str) -> None:
    """112 by itself means the alarm number."""
    assert [digits for _, _, digits in numbers_in(text)] == ["112"]


@pytest.mark.parametrize(
    "text",
    [
        "Op 22-11-2026 en 01-01-2015, van 2014-2017 en 2019 tot 2025.",
        "Op 05 11 2026 om 09.30 uur, dus 2026-11-22T08:00.",
        "Wmo 2015 artikel 4.1.8 lid 3, artikel 5.2.6 en art. 2 lid 1 e.",
        "Kamerstuk 28 345 nr. 293 en Stcrt 2025, 43830; BWBR0033723.",
        "€ 0,75 en € 1.234.567,89; 100.000-110.000 plegers; 0,5 procent.",
        "In 2024 bijna 1,3 miljoen; 990.000; 66.000; 0 tot 100 jaar.",
        "artikel 112, Art. 112, pagina 112, 112 euro, 112%, 112 meldingen, € 112, 1.112, 112,5 en 112-plus",
        "tussen 18 en 23 jaar, 24/7, 10 + 18 = 28 dagen",
        "handboeken/a.md#0-100 en #08002000",
    ],
)
def test_dates_articles_amounts_and_counts_are_no_numbers_to_dial(text: str) -> None:
    """What only looks like a telephone number is left alone."""
    assert list(numbers_in(text)) == []


def test_a_number_of_a_contact_on_a_page_is_found_in_place(tmp_path: Path) -> None:
    """In text, in a link and in the title; through its name, in code and in an address it is fine."""
    body = "Bel 0800-2000 of [hier](tel:112).\n\n[[contact:alarm]] `112` https://x.example/112 <!-- 112 -->\n"
    front = FRONT.replace("title: Blad", "title: Bel 0900-8844")
    assert found_in(tmp_path, {"docs/blad.md": front + body}) == [
        ("docs/blad.md", 2, 12, 9),
        ("docs/blad.md", 6, 5, 9),
        ("docs/blad.md", 6, 29, 3),
    ]


def test_nobodys_number_on_a_page_has_a_code_of_its_own(tmp_path: Path) -> None:
    """A number that is no contact's is VW412, once."""
    assert found_in(tmp_path, {"docs/blad.md": FRONT + "Bel 030-1234567.\n"}) == []


def test_editorial_data_hold_no_number_but_the_contacts(tmp_path: Path) -> None:
    """Any number in any data file is found, also nobody's; comments and the file of contacts may name them."""
    files = {
        "docs/gegevens/contacten.yml": 'number: "0800-2000"\n',
        "docs/gegevens/bronnen.yml": '# Bel 112\nsays: "Bel 112 of 030-1234567"\n',
        "docs/gegevens/inventaris/a.yml": "A-1: {niet: Het nummer 0800-2000 klopt niet}\n",
    }
    assert found_in(tmp_path, files) == [
        ("docs/gegevens/bronnen.yml", 2, 12, 3),
        ("docs/gegevens/bronnen.yml", 2, 19, 11),
        ("docs/gegevens/inventaris/a.yml", 1, 24, 9),
    ]


def test_templates_take_numbers_from_the_data(tmp_path: Path) -> None:
    """A number in the text of a template is found; in its comments, code and drawings it is not."""
    text = '{#- 112 -#}\n<p>{{ "112" }}</p><svg><path d="M0 112 14 030"/></svg>\n<p>Bel 112</p>\n'
    assert found_in(tmp_path, {"docs/blad.md": FRONT, "overrides/vw/a.html": text}) == [
        ("overrides/vw/a.html", 3, 8, 3)
    ]
