"""Laws of the catalogue: every entry is shown to be right by its own samples."""

import re
import string
from pathlib import Path

import pytest

from aids.compiler.catalogue import CATALOGUE, fault
from aids.compiler.catalogue_entry import MARKS, Entry
from aids.compiler.checks import ANY_KIND, RULES
from aids.compiler.document import Position
from tests.unit.compiler.samples import findings, marked_place

ENTRIES = list(CATALOGUE.values())
WRITTEN = [entry for entry in ENTRIES if not entry.code.startswith(("VW8", "VW9"))]
"""What reading finds; the samples of proofs have their laws in `proof`, those of the built site in tests/unit/site."""

AIDS = Path(__file__).resolve().parents[3] / "aids"


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.code)
def test_bad_sample_gives_its_code_at_its_mark(entry: Entry, tmp_path: Path) -> None:
    """The bad sample of an entry gives exactly one diagnostic: its code, at its mark, with its severity and line."""
    found = findings(tmp_path, entry, entry.bad, bad=True)
    assert [(item.code, item.at, item.severity) for item in found] == [
        (entry.code, marked_place(entry), entry.severity)
    ]


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.code)
def test_good_sample_is_clean(entry: Entry, tmp_path: Path) -> None:
    """The good sample of an entry gives no diagnostic at all."""
    assert findings(tmp_path, entry, entry.good, bad=False) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_entry_is_complete(entry: Entry) -> None:
    """Every entry has a title, sentences for message, why and remedy, and one mark in its bad sample only."""
    assert entry.title
    assert all(text.endswith((".", "?")) for text in (entry.message, entry.why, entry.remedy))
    assert [entry.bad.count(mark) for mark in MARKS] == [1, 1]
    assert not any(mark in entry.good for mark in MARKS)


def test_every_code_used_in_the_source_is_in_the_catalogue_and_the_other_way_round() -> None:
    """No code is raised without an entry, and no entry stands for a code that nothing raises."""
    used: set[str] = set()
    for path in AIDS.rglob("*.py"):
        if not path.name.startswith("catalogue"):
            used |= set(re.findall(r'"(VW[0-9]{3})"', path.read_text(encoding="utf-8")))
    assert used == set(CATALOGUE)


def test_rules_name_the_codes_they_give() -> None:
    """Each VW4xx code belongs to exactly one rule of the registry."""
    codes = [code for rule in RULES for code in rule.codes]
    assert sorted(codes) == sorted(code for code in CATALOGUE if code.startswith("VW4"))
    assert set(ANY_KIND) <= set(RULES)


def test_values_cannot_break_a_message() -> None:
    """Braces, line ends and long or invisible text in a value leave a message of one readable line."""
    for entry in ENTRIES:
        templates = (entry.message, entry.why, entry.remedy)
        names = {name for text in templates for _, name, _, _ in string.Formatter().parse(text) if name}
        value = "{x}\n\N{RIGHT-TO-LEFT OVERRIDE}" + "lang" * 1000
        made = fault(entry.code, Position(), near=None, **dict.fromkeys(names, value))
        for text in (made.message, made.why, made.remedy):
            assert "\n" not in text
            assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
            assert len(text) < 600
