"""Owns what happens to one built page: policy, scripts to files, unused parts cut, aids armed, proofs, sources, words.

Fed with the text of a page and what the build made; used by `aids.site.build`. A page is cut and pasted, never
re-serialised, so what is not named here stays as the engine wrote it. Reads and writes no file. Runs in the build.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePosixPath
from urllib.parse import urljoin

from aids.compiler.bundle import Manifest
from aids.compiler.glossary import Glossary
from aids.site.glossary_notes import Notes
from aids.site.headers import CONTENT_SECURITY_POLICY
from aids.site.lasting import ASSETS, lasting_parts
from aids.site.slices import Edit, Slice, edited, slices

FONT = f"{ASSETS}/fonts/atkinson-hyperlegible-next.woff2"
NOT_FOUND = PurePosixPath("404.html")
"""Shown for any address: its own addresses start at the top of the host."""

DATA_SCRIPTS = frozenset({"application/json", "application/ld+json", "speculationrules", "importmap"})
UNUSED_COMPONENTS = frozenset({"skip", "announce", "dialog"})
UNUSED_CLASSES = ("md-toggle", "md-overlay")


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What all pages share; one is no other, whatever it holds.

    The folder of the aids (None leaves aids static), the words for each source, each tree's certificate as HTML, the
    words that are explained where they stand, and the texts in the folder of assets, by name.
    """

    manifest: Manifest | None
    labels: Mapping[str, str]
    certificates: Mapping[str, str]
    notes: Notes = field(default_factory=lambda: Notes(Glossary()))
    assets: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Finished:
    """A page as it is published, the files that came out of it, by path, and the names of assets that these replace."""

    text: str
    files: dict[str, str] = field(default_factory=dict)
    replaced: frozenset[str] = frozenset()


def finish_page(text: str, page: PurePosixPath, around: Surroundings) -> Finished:
    """Return the page as it is published.

    Args:
        text: the page as the engine wrote it.
        page: its path from the top of the site.
        around: what all pages share.
    """
    parts = slices(text)
    top = "/" if page == NOT_FOUND else "../" * (len(page.parts) - 1)
    shared = lasting_parts(text, parts, top, around.assets)
    finished = Finished("", shared.files, shared.replaced)
    edits = [*shared.edits, *_unused(parts), *_aid_folders(text, parts, top, around), *_source_names(parts, around)]
    edits += [*_addresses(parts, page), *_certificates(parts, around), *around.notes.edits(text, parts, page, top)]
    for part in parts:
        if part.name == "script" and "src" not in part.attributes and part.attributes.get("type") not in DATA_SCRIPTS:
            code = text[part.inner_start : part.inner_end]
            name = script_name(code)
            finished.files[name] = code
            edits.append(Edit(part.start, part.end, f'<script src="{top}{name}"></script>'))
    edits += _head(parts, top, around)
    finished.text = edited(text, edits)
    return finished


def script_name(code: str) -> str:
    """Return where a script that stood in a page is published: a name made of its own content."""
    return f"{ASSETS}/inline-{hashlib.sha256(code.encode()).hexdigest()[:16]}.js"


def _unused(parts: list[Slice]) -> Iterator[Edit]:
    """Cut the theme's hidden switches and empty boxes: nothing here works them, and some would take focus unnamed."""
    place = 0
    for part in parts:
        component = part.attributes.get("data-md-component")
        unused = component in UNUSED_COMPONENTS or any(map(part.has_class, UNUSED_CLASSES))
        if unused and part.start >= place:
            place = part.end
            yield Edit(part.start, part.end, "")


def _head(parts: list[Slice], top: str, around: Surroundings) -> Iterator[Edit]:
    """Put the policy first of all, then what begins an aid, and the parts that an aid needs last in the head."""
    charset = next(part for part in parts if part.name == "meta" and "charset" in part.attributes)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">'
    font = f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{top}{FONT}">'
    begin, rest = _aid_parts(parts, top, around)
    yield Edit(charset.end, charset.end, "".join(f"\n      {line}" for line in (policy, *begin, font)))
    head = next(part for part in parts if part.name == "head")
    yield Edit(head.inner_end, head.inner_end, "".join(f"  {line}\n  " for line in rest))


def _aid_parts(parts: list[Slice], top: str, around: Surroundings) -> tuple[list[str], list[str]]:
    """Return what begins an aid and the other elements in the head of its page; a blank sheet needs only the styles."""
    manifest = around.manifest
    aids = [part.attributes["data-aid"] for part in parts if "data-aid" in part.attributes]
    if manifest is None or not (aids or any(part.has_class("aid-blank") for part in parts)):
        return [], []
    folder = f"{top}{ASSETS}/{manifest.folder}/"
    is_scan = not manifest.scans.isdisjoint(aids) or any(part.has_class("scan-form") for part in parts)
    style, script = (manifest.scan_style, manifest.scan_script) if is_scan else (manifest.style, manifest.script)
    lines = [f'<link rel="stylesheet" href="{folder}{style}">']
    if not aids:
        return [], lines
    told = f'data-aid-start="{aids[0]}"' + " data-aid-scan" * is_scan
    begin = f'<script type="module" async src="{folder}{manifest.start}" {told} fetchpriority="high"></script>'
    lines.append(f'<script type="module" src="{folder}{script}" fetchpriority="high"></script>')
    return [begin], lines


def _aid_folders(text: str, parts: list[Slice], top: str, around: Surroundings) -> Iterator[Edit]:
    """Tell each aid where its files are; without this it stays the static page."""
    if around.manifest is None:
        return
    for part in parts:
        if "data-aid" in part.attributes:
            folder = f'data-aid-assets="{top}{ASSETS}/{around.manifest.folder}/"'
            tag = text[part.start : part.inner_start].replace('data-aid-assets=""', folder, 1)
            yield Edit(part.start, part.inner_start, tag)


def _addresses(parts: list[Slice], page: PurePosixPath) -> Iterator[Edit]:
    """Give each link that an editor wrote the address that stands behind it in print; places on this page need none."""
    body = next((part for part in parts if part.has_class("vw-body")), None)
    for part in parts:
        address = part.attributes.get("href", "") if part.name == "a" else ""
        if not address or address.startswith("#") or "class" in part.attributes:
            continue
        if body is None or not body.inner_start <= part.start < body.inner_end:
            continue
        target = urljoin(f"/{page.as_posix()}", address).removesuffix("index.html")
        place = part.inner_start - 1
        yield Edit(place, place, f' data-vw-address="{escape(target)}"')


def _certificates(parts: list[Slice], around: Surroundings) -> Iterator[Edit]:
    """Put the certificate of a tree in the place that its page keeps for it."""
    for part in parts:
        certificate = around.certificates.get(part.attributes.get("data-aid-certificate", ""))
        if certificate is not None:
            yield Edit(part.start, part.end, certificate)


def _source_names(parts: list[Slice], around: Surroundings) -> Iterator[Edit]:
    """Put the short words of a source in place of its id."""
    for part in parts:
        label = around.labels.get(part.attributes.get("data-vw-source", ""))
        if label is not None:
            yield Edit(part.inner_start, part.inner_end, escape(label, quote=False))
