"""Owns workbooks for tests: made from a document, read as plain cells, and with parts of the archive replaced."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from aids.export import export
from aids.export.xlsx_cells import Book
from aids.runtime.saved import read_data
from aids.runtime.saved_faults import Faults
from aids.runtime.scan.model import Scan
from aids.runtime.scan.work import Work
from tests.random_scans import random_saved, random_scan

TODAY = "2026-11-22"

type Json = dict[str, Any]


def drawn(seed: int, *, group: int = 0) -> tuple[Scan, Json]:
    """Return a random scan and a random document of it, in normal form."""
    dice = random.Random(seed)  # noqa: S311  test data
    scan = random_scan(dice)
    saved = read_data(random_saved(dice, scan, group=group), Faults("proef"))
    assert saved is not None
    return scan, saved


def book_of(scan: Scan, saved: Json, earlier: Json | None = None) -> bytes:
    """Return the bytes of the workbook."""
    return export(scan, Work(saved, earlier), "xlsx", TODAY).content


def texts(content: bytes, sheet: str) -> dict[tuple[int, int], str]:
    """Return the text of each cell of a sheet that is not empty."""
    return {place: cell.text for place, cell in Book(content).cells(sheet).items()}


def numbers(content: bytes, sheet: str) -> dict[tuple[int, int], float | None]:
    """Return the number of each cell of a sheet that is not empty; None for a text."""
    return {place: cell.number for place, cell in Book(content).cells(sheet).items()}


def replaced(content: bytes, changes: Mapping[str, Callable[[bytes], bytes | None]]) -> bytes:
    """Return the workbook with parts changed by name; a change to None leaves the part out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = changes[name](old.read(name)) if name in changes else old.read(name)
            if data is not None:
                new.writestr(name, data)
    return made.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """Return all parts by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part_of(content: bytes, sheet: str) -> str:
    """Return the name of the part that holds a sheet."""
    names = re.findall(r'<sheet name="([^"]+)"', parts(content)["xl/workbook.xml"].decode())
    return f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"


def with_cell(content: bytes, sheet: str, address: str, cell: str) -> bytes:
    """Return the workbook with the XML of one cell replaced; its style is lost."""
    pattern = re.compile(rf'<c r="{address}"(?: [^>]*?)?(?:/>|>.*?</c>)')

    def change(data: bytes) -> bytes:
        text = data.decode()
        assert pattern.search(text)
        return pattern.sub(lambda _: cell, text, count=1).encode()

    return replaced(content, {part_of(content, sheet): change})


def inline(address: str, text: str) -> str:
    """Return the XML of a cell with a text in it."""
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
