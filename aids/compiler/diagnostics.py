"""Owns what a fault of an author is: code, place, reason and remedy, and how that reads in Dutch and in JSON.

Fed by reading, syntax, loader, checks and pages (through `aids.compiler.catalogue.fault`); used by `check`, the build
and their tests. It knows no code by name and opens no file: excerpts are added from the texts that were read.
Runs in the build only.
"""

import difflib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from aids.compiler.document import Position

type Severity = Literal["error", "warning"]

EXCERPT_WIDTH = 100
"""Columns of a line that are shown; a longer line is cut around the fault."""

TAB_WIDTH = 4
CUT = "…"
SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of an author. `excerpt` is the whole line as written, without its line end."""

    code: str
    at: Position
    message: str
    why: str
    remedy: str
    severity: Severity = "error"
    excerpt: str = ""


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return `diagnostics` by file, line, column and code, each once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda item: (item.at, item.code, item.message))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether one of `diagnostics` is more than a warning."""
    return any(item.severity == "error" for item in diagnostics)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the name in `known` that looks most like `word`, or None if nothing comes near."""
    if len(word) > SHOWN_CHARACTERS:
        return None
    folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def shown(text: str, widest: int = SHOWN_CHARACTERS) -> str:
    """Return `text` fit to stand in a message: one line, no invisible characters, not over `widest` characters."""
    clean = "".join(_visible(character) for character in text[: widest + 1])
    return clean if len(clean) <= widest else clean[: widest - 1] + CUT


def with_excerpts(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]) -> list[Diagnostic]:
    """Return `diagnostics` with the line they point at; `texts` holds the text of each file by its name."""
    lines = {name: split_lines(text) for name, text in texts.items()}
    return [replace(item, excerpt=item.excerpt or _line(lines.get(item.at.file, []), item.at)) for item in diagnostics]


def split_lines(text: str) -> list[str]:
    """Return the lines of `text` as an editor counts them: only CR, LF and CRLF end a line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _line(lines: list[str], at: Position) -> str:
    return lines[at.line - 1] if at.line <= len(lines) else ""


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return all `diagnostics` for a reader, sorted, a blank line between, and the count at the end."""
    found = sort_diagnostics(diagnostics)
    return "\n\n".join([*(render_one(item) for item in found), count(found)]) + "\n"


def render_one(item: Diagnostic) -> str:
    """Return one diagnostic for a reader: place and message, the line with a mark, why, and how to mend it."""
    kind = "fout" if item.severity == "error" else "waarschuwing"
    head = f"{item.at.file}:{item.at.line}:{item.at.column}: {kind} {item.code}: {item.message}"
    return "\n".join([head, *excerpt_lines(item), f"  Waarom: {item.why}", f"  Herstel: {item.remedy}"])


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the closing line: how many errors and warnings there are."""
    found = list(diagnostics)
    errors = sum(item.severity == "error" for item in found)
    warnings = len(found) - errors
    parts = [f"{errors} fout" if errors == 1 else f"{errors} fouten"]
    if warnings:
        parts.append(f"{warnings} waarschuwing" if warnings == 1 else f"{warnings} waarschuwingen")
    return " en ".join(parts) + "."


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return `diagnostics` as one JSON object: the list, sorted, and the two counts."""
    found = sort_diagnostics(diagnostics)
    errors = sum(item.severity == "error" for item in found)
    listed = [
        {
            "code": item.code,
            "severity": item.severity,
            "file": item.at.file,
            "line": item.at.line,
            "column": item.at.column,
            "length": item.at.length,
            "message": item.message,
            "why": item.why,
            "remedy": item.remedy,
            "excerpt": item.excerpt,
        }
        for item in found
    ]
    whole = {"diagnostics": listed, "errors": errors, "warnings": len(found) - errors}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def excerpt_lines(item: Diagnostic) -> list[str]:
    """Return the excerpt of `item` and the mark under it, cut to a window around the fault; none if it is blank."""
    if not item.excerpt.strip():
        return []
    start = min(item.at.column - 1, len(item.excerpt))
    end = min(start + max(item.at.length, 1), len(item.excerpt))
    first = max(0, min(start - EXCERPT_WIDTH // 3, len(item.excerpt) - EXCERPT_WIDTH))
    last = min(len(item.excerpt), first + EXCERPT_WIDTH)
    before = (CUT if first else "") + _painted(item.excerpt[first:start])
    marked = _painted(item.excerpt[start : min(end, last)])
    after = _painted(item.excerpt[min(end, last) : last]) + (CUT if last < len(item.excerpt) else "")
    gutter = f"{item.at.line:>6}"
    mark = " " * _columns(before) + "^" * max(1, _columns(marked))
    return [f"{gutter} | {before}{marked}{after}".rstrip(), f"{' ' * len(gutter)} | {mark}"]


def _painted(text: str) -> str:
    return "".join(" " * TAB_WIDTH if character == "\t" else _visible(character) for character in text)


def _visible(character: str) -> str:
    """Return `character`, a space for white space, or a stand-in for what would not be seen."""
    if character in "\t\r\n":
        return " "
    return (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
    )


def _columns(text: str) -> int:
    """Return how many columns `text` takes on a screen: wide characters two, combining marks none."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
