"""Texts are plain: no Markdown, HTML or page references, which an aid would show as they are written.

Used by the registry only. Runs in the build only.
"""

import re
from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule, Written
from aids.compiler.diagnostics import Diagnostic

MARKUP = re.compile(r"""\[\[[^\[\]]*\]\]|\*\*|\]\(|</?[a-zA-Z][a-zA-Z0-9]*(\s+[a-z-]+="[^"<>]*")*\s*/?>|`""")


def check(context: Context[Written]) -> Iterator[Diagnostic]:
    """Yield the first markup of each text."""
    for scalar in context.document.texts:
        match = MARKUP.search(scalar.text)
        if match:
            yield fault("VW415", scalar.place(*match.span()), markup=match.group())


RULE: Rule[Written] = Rule(("VW415",), check)
