"""Owns which tags and attributes a panel may have: what the page builds and no more.

`aids/web/scan-nodes.js` has the same list; a test compares them. No link, no script, no style, no id, nothing that
loads or runs. Runs in browser and build.
"""

SVG_TAGS = frozenset({"svg", "title", "desc", "text", "path", "rect", "circle"})
"""Tags of pictures: made in the namespace of SVG."""

HTML_TAGS = frozenset(
    "div h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tr th td details summary strong span".split()  # noqa: SIM905
)

ALLOWED_TAGS = SVG_TAGS | HTML_TAGS

HTML_ATTRIBUTES = frozenset({"class", "scope", "colspan", "role", "tabindex", "aria-label", "datetime", "open"})

SVG_ATTRIBUTES = frozenset(
    "class role viewBox width height font-size font-weight fill stroke stroke-width stroke-dasharray text-anchor"  # noqa: SIM905
    " d x y cx cy r".split()
)

HOOKS = frozenset({"data-scan-line", "data-scan-room", "data-scan-part"})
"""Where the page attaches controls, and what tests find parts by."""

ALLOWED_ATTRIBUTES = HTML_ATTRIBUTES | SVG_ATTRIBUTES | HOOKS
