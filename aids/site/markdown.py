"""Owns our additions to Markdown: references, telephone numbers, aids, blank checklists, and the lists we make.

Run by MkDocs (or any engine that runs Python-Markdown extensions) for each page; named in mkdocs.yml. Editors write:

    [[factor-veiligheid#4]]     a reference: a short link to its place on the page of sources
    [[contact:veilig-thuis]]    a telephone number as a link
    ::: aid meldcode            the aid, alone on a line
    ::: checklist meldcode      the blank sheet of the same tree
    ::: figuur fasen            a figure of docs/gegevens/figuren.yml
    ::: bronnen                 every source with an anchor for each section
    ::: meldingen               every code of a diagnostic, with its samples
    ::: kalender                when each page and tree must be looked at again
    ::: begrippen               every term of the glossary, by letter
    ::: foutmelding             where to report an error in a text, and the form that writes the report
    ::: verlaat                 the button that leaves the page at once

A name that does not exist is a warning of the engine, which `--strict` makes a failure; `aids.compiler.pages` finds it
earlier, with its place. Reads no page and no YAML itself. Runs in the build.
"""

import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from aids.compiler.pages import MADE
from aids.compiler.render import render_aid
from aids.compiler.render_checklist import render_checklist
from aids.compiler.render_html import Markup
from aids.compiler.render_scan import render_scan
from aids.compiler.render_scan_blank import render_scan_blank
from aids.site.calendar_page import calendar_table
from aids.site.catalogue_page import catalogue_list
from aids.site.figures import drawn_figure
from aids.site.glossary_page import glossary_list
from aids.site.leave_button import leave_button
from aids.site.library import Library, load_library
from aids.site.markdown_kept import Keeper
from aids.site.references import SOURCES_PAGE, reference_anchor, reference_label
from aids.site.report_page import report_form
from aids.site.sources_page import source_list

STACKED_COLUMNS = 3
"""A table of this many columns is too wide for a phone: there its rows stand as blocks, each cell with its head."""

ANCHORS = "data-vw-anchors"
IDENT = re.compile(r'(?<= id=")[^"]+')
"""Finished HTML is nothing that the engine looks into: the places in it are told apart, so that links to them count."""

LOG = logging.getLogger("mkdocs.aids")
"""Below the engine's own logger, so that `--strict` counts its warnings."""


MAKERS: dict[str, Callable[[Library], Sequence[Element | Markup]]] = {
    "begrippen": lambda library: glossary_list(library.glossary),
    "bronnen": lambda library: source_list(library.editorial),
    "foutmelding": lambda library: report_form(library.editorial.report, library.reviews),
    "kalender": lambda library: [calendar_table(library.reviews)],
    "meldingen": lambda _library: catalogue_list(),
    "verlaat": lambda _library: [leave_button()],
}
"""What makes the parts of the page for each name in `MADE`: elements for the engine to look at, or finished HTML."""


class Inline(InlineProcessor):
    """`[[source#section]]` and `[[contact:id]]`."""

    def __init__(self, md: Markdown, library: Library, keeper: Keeper) -> None:
        super().__init__(r"\[\[([^\[\]\n]+)\]\]", md)
        self.library = library
        self.keeper = keeper

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        """Return the link that stands for the name between the brackets."""
        name = m.group(1).strip()
        link = self._contact(name.removeprefix("contact:")) if name.startswith("contact:") else self._reference(name)
        if link is None:
            self.keeper.read_each_time()
            LOG.warning("[[%s]] bestaat niet in docs/gegevens/.", name)
            return name, m.start(0), m.end(0)
        return link, m.start(0), m.end(0)

    def _contact(self, ident: str) -> Element | None:
        contact = self.library.editorial.contacts.get(ident)
        if contact is None:
            return None
        link = Element("a", {"href": f"tel:{contact.tel}", "class": "vw-tel"})
        link.text = contact.number
        return link

    def _reference(self, name: str) -> Element | None:
        if self.library.editorial.resolve(name) is None:
            return None
        link = Element("a", {"href": f"{SOURCES_PAGE}#{reference_anchor(name)}", "class": "vw-cite"})
        link.text = reference_label(name)
        return link


class Blocks(BlockProcessor):
    """`::: aid ID`, `::: checklist ID`, `::: figuur ID` and the lists, each alone in its block."""

    LINE = re.compile(rf"^::: (?P<kind>aid|checklist|figuur|{'|'.join(MADE)})(?: (?P<tree>[a-z][a-z0-9-]*))?$")

    def __init__(self, md: Markdown, library: Library, keeper: Keeper) -> None:
        super().__init__(md.parser)
        self.md = md
        self.library = library
        self.keeper = keeper

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  the signature is Python-Markdown's
        """Return whether the block is one of ours."""
        return self.LINE.match(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put what the block stands for in the page."""
        self.keeper.has_ours()
        found = self.LINE.match(blocks.pop(0).strip())
        if found is None:
            return
        if found["kind"] == "figuur":
            self._figure(parent, found["tree"] or "")
            return
        if found["kind"] not in {"aid", "checklist"}:
            listed = MAKERS[found["kind"]](self.library)
            if not listed:
                self.keeper.read_each_time()
                LOG.warning("::: %s heeft niets om te tonen.", found["kind"])
            for part in listed:
                self._put(parent, part)
            return
        made = self._tree(found["tree"] or "", blank=found["kind"] == "checklist")
        if made is None:
            self.keeper.read_each_time()
            LOG.warning("Er is geen keuzehulp met de naam %s.", found["tree"])
            return
        self._put(parent, made)

    def _tree(self, name: str, *, blank: bool) -> str | None:
        """Return the page or the blank sheet of a tree, whatever its kind; None when there is no such tree."""
        editorial = self.library.editorial
        if name in self.library.scans:
            return (render_scan_blank if blank else render_scan)(self.library.scans[name], editorial)
        document = self.library.documents.get(name)
        if document is None:
            return None
        return (render_checklist if blank else render_aid)(document, editorial)

    def _figure(self, parent: Element, name: str) -> None:
        if name in self.library.figures:
            parent.append(drawn_figure(self.library.figures[name]))
        else:
            self.keeper.read_each_time()
            LOG.warning("Er is geen figuur met de naam %s.", name)

    def _put(self, parent: Element, part: Element | str) -> None:
        """Put an element in the page, or HTML that Markdown leaves as it is."""
        if isinstance(part, str):
            SubElement(parent, "p").text = self.md.htmlStash.store(part)
            told = SubElement(parent, "div", {ANCHORS: ""})
            told.extend([Element("span", {"id": ident}) for ident in IDENT.findall(part)])
        else:
            parent.append(part)


class Anchors(Treeprocessor):
    """What told the engine which places finished HTML has goes out once it has been told."""

    def run(self, root: Element) -> None:
        """Take them out."""
        for parent in list(root.iter()):
            for child in [child for child in parent if ANCHORS in child.attrib]:
                parent.remove(child)


class Tables(Treeprocessor):
    """Each table in a box of its own, so that a wide one scrolls by itself, or stands as blocks on a phone."""

    def run(self, root: Element) -> None:
        """Wrap the tables; the box is named by the heading before it."""
        heading = "Tabel"
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if re.fullmatch("h[1-6]", child.tag):
                    heading = f"Tabel: {''.join(child.itertext())}"
                elif child.tag == "table":
                    parent[place] = _boxed(child, heading)
                    if parent.get("data-vw-matrix") is not None:
                        _name_sides(child)


def _boxed(table: Element, name: str) -> Element:
    heads = ["".join(head.itertext()) for head in table.iter("th")]
    wide = " vw-table--stack" if len(heads) >= STACKED_COLUMNS else ""
    box = Element("div", {"class": f"vw-table{wide}", "data-vw-table": name})
    box.tail, table.tail = table.tail, None
    box.append(table)
    for row in table.iter("tr"):
        for head, cell in zip(heads, row.iter("td"), strict=False):
            cell.set("data-vw-head", head)
    return box


def _name_sides(table: Element) -> None:
    """Make the first cell of each row its head: in a table of two sides a cell is heard with both."""
    for head in table.iter("th"):
        head.set("scope", "col")
    for row in table.iter("tr"):
        first = row.find("td")
        if first is not None:
            first.tag = "th"
            first.set("scope", "row")


class AidsExtension(Extension):
    """The extension as mkdocs.yml names it; `root` is the folder of the repository."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  Python-Markdown passes what the configuration says
        self.config = {"root": [".", "folder that holds docs/ and decision_trees/"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Python-Markdown's
        """Register the processors."""
        library = load_library(Path(str(self.getConfig("root"))))
        keeper = Keeper(md, library)
        keeper.register()
        md.inlinePatterns.register(Inline(md, library, keeper), "aids-names", 175)
        md.parser.blockprocessors.register(Blocks(md, library, keeper), "aids-blocks", 95)
        md.treeprocessors.register(Anchors(md), "aids-anchors", 2)
        md.treeprocessors.register(Tables(md), "aids-tables", 1)


def makeExtension(**options: Any) -> AidsExtension:  # noqa: N802, ANN401  Python-Markdown looks for this name
    """Return the extension; called by Python-Markdown."""
    return AidsExtension(**options)
