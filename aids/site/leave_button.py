"""Owns the button that leaves a page at once, for pages that victims, children and perpetrators read.

A plain link to the same empty page that the aids leave for, so that it works before and without any script;
docs/assets/leave.js takes the page out of the tab's history as well. The template gives such a page a neutral title.
Made for the Markdown extension. Runs in the build.
"""

from xml.etree.ElementTree import Element, SubElement

from aids.compiler.render import LEAVE, NEUTRAL_PAGE


def leave_button() -> Element:
    """Return the button in a line of its own."""
    line = Element("p", {"class": "vw-exit"})
    names = {"class": "vw-leave", "href": NEUTRAL_PAGE, "rel": "nofollow noreferrer", "data-vw-leave": ""}
    SubElement(line, "a", names).text = LEAVE
    return line
