"""Owns how a reference such as `besluit-meldcode#2.2.c` reads and where it leads on the page of sources.

Used by the Markdown extension, the list of sources and the post-processing. Resolves nothing. Runs in the build.
"""

import re

PROPER_NAMES = {"wmo": "Wmo", "thuis": "Thuis", "vng": "VNG", "mdaplusplus": "MDA++"}
"""Words of a source's id that are written as a name, wherever they stand in it."""

SOURCES_PAGE = "/over/bronnen.md"
"""From the top of docs/; the engine makes it relative to the page and checks its anchor."""

JUDGEMENT_SOURCE = "praktijk"
JUDGEMENT_LABEL = "vakoordeel"
"""The one source that is this site's own: said as such wherever it is named."""


def reference_anchor(name: str) -> str:
    """Return the id of a reference on the page of sources: `wmo-2015#5.2.6` becomes `wmo-2015-5.2.6`."""
    return name.replace("#", "-")


def reference_label(name: str) -> str:
    """Return the short words for a reference: the source, and the place where that is a number.

    >>> reference_label("besluit-meldcode#2.2.c")
    'Besluit meldcode 2.2.c'
    >>> reference_label("factor-veiligheid#4-stappen")
    'Factor veiligheid 4'
    >>> reference_label("praktijk#gevaar")
    'vakoordeel'
    """
    source, _, section = name.partition("#")
    return " ".join(part for part in (source_label(source), reference_number(section)) if part)


def reference_number(section: str) -> str:
    """Return the number that a section's id starts with: `4-stappen` is in 4, `gevaar` has none."""
    found = re.match(r"[0-9]+(\.[0-9a-z]+)*(?![^-])", section)
    return found.group() if found else ""


def source_label(source: str, own: str = JUDGEMENT_LABEL) -> str:
    """Return the short name of a source, from its id; `own` is what our own judgement is called."""
    if source == JUDGEMENT_SOURCE:
        return own
    label = " ".join(PROPER_NAMES.get(word, word) for word in source.split("-"))
    return label[:1].upper() + label[1:]
