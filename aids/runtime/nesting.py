"""Owns how deep a JSON text nests, told before it is parsed. Used for every message and file that comes from outside.

Far more depth than is read here is needed to exhaust the stack, but in a browser nothing survives that. Runs in browser
and build. Takes time in proportion to the text, whatever is in it.
"""

import re

DEEPEST = 64
"""How deep JSON may nest."""

STRINGS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""A string that does not end runs on to the end of the text: no place in it is looked at twice."""

BRACKETS = re.compile(r"[\[\]{}]")


def depth(text: str) -> int:
    """Return a bound on how deep a JSON text nests; above `DEEPEST` only if its brackets nest deeper than that."""
    deepest = text.count("[") + text.count("{")
    if deepest <= DEEPEST:
        return deepest
    deep = 0
    for bracket in BRACKETS.findall(STRINGS.sub("", text)):
        deep += 1 if bracket in "[{" else -1
        if deep > DEEPEST:
            return deep
    return DEEPEST
