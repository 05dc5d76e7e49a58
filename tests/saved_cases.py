"""Owns saved cases of the small sample tree for tests: its document, texts and what a page would save."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from aids.compiler.compile import compile_tree
from aids.compiler.loader import load_document
from aids.compiler.saved_texts import texts_of
from aids.runtime.engine import consult
from aids.runtime.saved import Saved
from aids.runtime.saved_tree import given_of

if TYPE_CHECKING:
    from aids.compiler.document import Document

PATH = Path(__file__).parent / "unit/runtime/sample.yml"
DOCUMENT = cast("Document", load_document(PATH)[0])
TREE = compile_tree(DOCUMENT)
TEXTS = texts_of(DOCUMENT)
TODAY = "2026-11-22"
FULL: dict[str, Any] = {
    "gevaar": "nee",
    "vlaggen": ["geen"],
    "gesprek": {"state": "not_done", "reason": "onveilig", "who": "collega"},
    "datum": "2027-03-01",
    "aantal": 2.5,
    "bezoek": "2027-03-01",
}


def case(answers: dict[str, Any], **parts: Any) -> Saved:  # noqa: ANN401  JSON data
    """Return a document of the sample as a page saves it."""
    return {
        "format": "veilig-in-de-wijk",
        "schema": 1,
        "kind": "flow",
        "tree": TREE.id,
        "version": TREE.version,
        "rules": TREE.rules,
        "saved": f"{TODAY}T10:33",
        "today": TODAY,
        "answers": answers,
        "notes": {},
        "words": {ident: texts["words"] for ident, texts in TEXTS["questions"].items()},
        "given": given_of(consult(TREE, answers, TODAY)),
        **parts,
    }
