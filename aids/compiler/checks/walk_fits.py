"""The ways through a tree fit the budget of the browser, so that what remains to be put is exact. Used by the registry.

Runs in the build only.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.walks import crowded_questions


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield the question at which most is open at once, with those beside it, where there are too many ways."""
    tree = compile_tree(context.document)
    if tree.walk is None:
        crowded = crowded_questions(tree.questions, tree.diagram)
        question = context.document.question(crowded[0])
        yield fault("VW420", question.at, questions=", ".join(crowded))


RULE = Rule(("VW420",), check, whole=True)
