"""The tree that the runtime's own tests use is what the compiler makes of its YAML."""

import json
import os
from pathlib import Path

from aids.compiler.canonical import dumped
from aids.compiler.compile import compile_tree
from aids.compiler.loader import load_document
from aids.runtime.tree import Tree
from tests.unit.runtime.sample_tree import SAMPLE

HEAD = '"""The compiled form of sample.yml, so that these tests run where there is no compiler: in the browser."""'
FOLDER = Path(__file__).parents[1] / "runtime"


def test_sample_is_the_compiled_yaml() -> None:
    """The committed sample equals the compiler's output; RENEW_GOLDEN=1 writes it again."""
    document, diagnostics = load_document(FOLDER / "sample.yml")
    assert document is not None
    assert diagnostics == []
    text = dumped(compile_tree(document).to_json())
    if os.environ.get("RENEW_GOLDEN"):
        body = "\n".join(f"    '{text[start : start + 100]}'" for start in range(0, len(text), 100))
        (FOLDER / "sample_tree.py").write_text(f"{HEAD}\n\n# fmt: off\nSAMPLE = (\n{body}\n)\n", encoding="utf-8")
    assert text == SAMPLE


def test_json_form_is_the_tree_itself() -> None:
    """Reading what `to_json` wrote gives an equal tree."""
    document, _ = load_document(FOLDER / "sample.yml")
    assert document is not None
    tree = compile_tree(document)
    assert Tree.from_json(json.loads(dumped(tree.to_json()))) == tree
