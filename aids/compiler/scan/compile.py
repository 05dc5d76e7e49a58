"""Owns the step from a checked `ScanDocument` to the `Scan` that browser and build reckon with.

Used by commands, render and the site. Drops what only the page shows and takes the hashes. Runs in the build only.
Checks nothing: a document with findings must not be compiled.
"""

from aids.compiler.canonical import canonical, dumped, hashed
from aids.compiler.kept import for_these
from aids.compiler.render_sources import page_address
from aids.compiler.scan.document import Line, ScanDocument
from aids.runtime.scan import model


@for_these
def compile_scan(document: ScanDocument) -> model.Scan:
    """Return the scan of a document without findings."""
    return model.Scan(
        id=document.id,
        version=hashed(canonical(document)),
        rules=hashed(dumped(_rules(document))),
        title=document.title,
        status=document.status,
        reviewed=document.reviewed,
        review_by=document.review_by,
        about=document.about,
        scale=tuple(model.Step(step.id, step.label, step.hint, points) for points, step in enumerate(document.scale)),
        levels=tuple(
            model.Level(level.id, level.label, level.start, level.end, level.closed) for level in document.levels
        ),
        roles=tuple(model.Role(role.id, role.label) for role in document.roles),
        chapters=tuple(model.Chapter(item.id, item.title, item.intro) for item in document.chapters),
        criteria=tuple(
            model.Criterion(item.id, item.number, item.chapter, item.title, item.intro) for item in document.criteria
        ),
        lines=tuple(_line(line) for line in document.lines),
    )


def words_hash(line: Line) -> str:
    """Return the hash of what a respondent reads of a line: a saved file tells by it whether the line was reworded."""
    return hashed(dumped([line.short, line.ask, line.why, line.evidence, line.record, line.suggest]))


def _line(line: Line) -> model.Line:
    return model.Line(
        id=line.id,
        number=line.number,
        criterion=line.criterion,
        short=line.short,
        ask=line.ask,
        record=line.record,
        page=page_address(line.page),
        words=words_hash(line),
    )


def _rules(document: ScanDocument) -> object:
    """Return what decides the scores, as JSON data: order and ids, what belongs to what, and where levels begin."""
    return {
        "scale": [step.id for step in document.scale],
        "levels": [[item.id, str(item.start), str(item.end), item.closed] for item in document.levels],
        "chapters": [item.id for item in document.chapters],
        "criteria": [[item.id, item.chapter] for item in document.criteria],
        "lines": [[line.id, line.criterion] for line in document.lines],
    }
