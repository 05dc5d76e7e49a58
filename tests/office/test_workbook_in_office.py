"""LibreOffice opens the workbook: its own means are ours, and what it saves reads back as the same answers."""

import random
import re
from fractions import Fraction
from typing import Any

import pytest

from aids.export.scores_sheet import HIGH_IN, IDENT_AT, KNOWN_IN, LEFT_OUT_IN, LOW_IN, UNKNOWN_IN
from aids.export.xlsx_read import read_xlsx
from aids.office import find_office, resaved
from aids.runtime.saved import read_data
from aids.runtime.saved_faults import Faults
from aids.runtime.scan.joint import answers_for
from aids.runtime.scan.model import Scan
from tests.random_scans import random_saved, real_shape
from tests.unit.export.workbooks import book_of, drawn, inline, numbers, replaced, texts, with_cell

pytestmark = pytest.mark.slow

MANY = 20
GROUPS = (5, 11)
"""Of these the document holds a group."""
SHOWN = re.compile(r"(</f>)<v>[^<]*</v>")
WRONG = r"\1<v>77</v>"

type Bounds = tuple[Fraction, Fraction] | None


def documents() -> list[tuple[Scan, dict[str, Any]]]:
    """Return random scans with a document each; the last two are as large as the real one."""
    found = [drawn(seed, group=4 if seed in GROUPS else 0) for seed in range(MANY - 2)]
    dice = random.Random(77)  # noqa: S311  test data
    for group in (0, 12):
        saved = read_data(random_saved(dice, real_shape(), group=group), Faults("proef"))
        assert saved is not None
        found.append((real_shape(), saved))
    return found


def changed(scan: Scan, saved: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the document and the workbook with the first answer changed in both, as a person does in a spreadsheet."""
    first, top = scan.lines[0].id, scan.scale[-1]
    content = with_cell(content, "Antwoorden", "H2", inline("H2", ""))
    content = with_cell(content, "Antwoorden", "G2", inline("G2", top.label))
    answer = {"answers": {**saved["answers"], first: top.id}} if "group" not in saved else {}
    joint = {"joint": {**saved["joint"], first: {"answer": top.id}}} if "group" in saved else {}
    return {**saved, **answer, **joint}, content


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Scan, dict[str, Any], bytes]]:
    """Return each scan and document, and the workbook as LibreOffice saved it; we wrote 77 as every result.

    In every third an answer was changed in the sheet: the means must follow.
    """
    office = find_office()
    assert office is not None, "LibreOffice ontbreekt: start `python3 build.py test --install`"
    folder, made = tmp_path_factory.mktemp("ours"), tmp_path_factory.mktemp("theirs")
    found, paths = documents(), []
    for number, (scan, saved) in enumerate(found):
        content = book_of(scan, saved)
        sheets = [f"xl/worksheets/sheet{sheet}.xml" for sheet in (1, 2)]
        if number % 3 == 0:
            other, content = changed(scan, saved, content)
            found[number] = (scan, other)
        content = replaced(content, {name: lambda data: SHOWN.sub(WRONG, data.decode()).encode() for name in sheets})
        path = folder / f"werkblad-{number}.xlsx"
        path.write_bytes(content)
        paths.append(path)
    theirs = resaved(office, paths, made)
    return [(scan, saved, path.read_bytes()) for (scan, saved), path in zip(found, theirs, strict=True)]


def mean(weighed: list[tuple[int, Bounds]]) -> Bounds:
    """Return the weighted mean of bounds, apart from the engine's own reckoning."""
    counting = [(weight, bounds) for weight, bounds in weighed if bounds]
    total = sum(weight for weight, _ in counting)
    if not total:
        return None
    low, high = (sum(weight * bounds[side] for weight, bounds in counting) for side in (0, 1))
    return Fraction(low, 1) / total, Fraction(high, 1) / total


def expected(scan: Scan, saved: dict[str, Any]) -> dict[str, Bounds]:
    """Return the bounds of the whole (""), chapters and criteria as the rule says, reckoned plainly."""
    answers = answers_for(scan, saved).answers
    points, highest = {step.id: Fraction(step.points) for step in scan.scale}, Fraction(scan.top)
    found: dict[str, Bounds] = {}
    weighed = []
    for criterion in scan.criteria:
        told = [answers.get(line.id) for line in scan.lines if line.criterion == criterion.id]
        lines = [
            None if answer == "nvt" else (points.get(answer or "", Fraction(0)), points.get(answer or "", highest))
            for answer in told
        ]
        found[criterion.id] = mean([(1, bounds) for bounds in lines])
        weighed.append((criterion.chapter, saved.get("weights", {}).get(criterion.id, 1), found[criterion.id]))
    for chapter in scan.chapters:
        found[chapter.id] = mean([(weight, bounds) for held, weight, bounds in weighed if held == chapter.id])
    found[""] = mean([(weight, bounds) for _, weight, bounds in weighed])
    return found


def test_means_of_libreoffice_are_those_of_the_rule(books: list[tuple[Scan, dict[str, Any], bytes]]) -> None:
    """Each mean that LibreOffice works out anew is the mean by our rule, to nine decimals, also where there is none."""
    compared = 0
    for scan, saved, content in books:
        cells, shown = numbers(content, "Scores"), texts(content, "Scores")
        rows = {shown.get((row, IDENT_AT), ""): row for row in range(1, 2 + len(scan.chapters) + len(scan.criteria))}
        for ident, bounds in expected(scan, saved).items():
            for side, column in enumerate((LOW_IN, HIGH_IN)):
                found = cells.get((rows[ident], column))
                if bounds is None:
                    assert shown.get((rows[ident], column), "") == ""
                else:
                    assert found == pytest.approx(float(bounds[side]), abs=1e-9)
                compared += 1
    assert compared > MANY * 6


def test_counts_of_libreoffice_are_ours(books: list[tuple[Scan, dict[str, Any], bytes]]) -> None:
    """What it counts as known, unknown and left out adds up to all lines, and is what the answers say."""
    for scan, saved, content in books:
        answers = answers_for(scan, saved).answers
        steps = {step.id for step in scan.scale}
        known = sum(answer in steps for answer in answers.values())
        left_out = sum(answer == "nvt" for answer in answers.values())
        cells = numbers(content, "Scores")
        whole = [cells[1, column] for column in (KNOWN_IN, UNKNOWN_IN, LEFT_OUT_IN)]
        assert whole == [known, len(scan.lines) - known - left_out, left_out]


def test_levels_of_libreoffice_are_ours(books: list[tuple[Scan, dict[str, Any], bytes]]) -> None:
    """The word beside a mean is that of the level in which its exact value lies."""
    for scan, saved, content in books:
        shown = texts(content, "Scores")
        bounds = expected(scan, saved)[""]
        words = [shown.get((1, column), "") for column in (11, 12)]
        assert words == ([scan.level_of(bound).label for bound in bounds] if bounds else ["", ""])


def test_what_libreoffice_saves_reads_back(books: list[tuple[Scan, dict[str, Any], bytes]]) -> None:
    """Answers, reasons, notes and weights come back from a workbook that LibreOffice saved again, without a fault."""
    for scan, saved, content in books:
        found, faults = read_xlsx(content, "werkblad.xlsx")
        assert found is not None
        assert [fault.code for fault in faults] == (["samen"] if saved.get("group") else [])
        read, ours = answers_for(scan, found), answers_for(scan, saved)
        known = {line: answer for line, answer in ours.answers.items() if line in found["answers"]}
        assert (read.answers, read.reasons) == (known, ours.reasons)
        assert found["notes"] == {line: notes for line, notes in saved["notes"].items() if notes}
        assert found["weights"] == {name: weight for name, weight in saved["weights"].items() if weight != 1}
