"""Owns how everything grows with the size of a tree: loading, compiling, proving, what is sent, and each answer.

On trees made for the purpose (`generated`), from ten to three hundred questions. Used by `report`. On a developer's
machine; the answers of one size are measured in a browser too.
"""

import itertools
import json
import random
import re
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import brotli
from playwright.sync_api import Playwright, Route

from aids.bench.generated import Generator
from aids.bench.stage import new_profile
from aids.compiler.canonical import dumped
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import has_errors
from aids.compiler.document import Document
from aids.compiler.loader import load_document
from aids.compiler.proof import prove
from aids.runtime.engine import consult
from aids.runtime.tree import Tree

SIZES = (10, 30, 100, 200, 300)
IN_BROWSER = 100
"""The size whose answers are measured in the browser."""
SEED = 20261122
ANSWERS = 200
TODAY = "2026-11-22"
ASSETS = re.compile(r'data-aid-assets="([^"]+)"')
CONSULT = """
async ([assets, tree, steps, today]) => {
  const { AidClient } = await import(new URL("start.js", assets));
  const client = new AidClient({ assets: new URL(assets), tree });
  await client.start();
  const times = [];
  for (const answers of steps) {
    const start = performance.now();
    await client.consult(answers, today);
    times.push(performance.now() - start);
  }
  return times;
}
"""


class Size(NamedTuple):
    """What one size takes: seconds, nodes of the diagram, bytes of the tree over the line, milliseconds an answer."""

    questions: int
    load_s: float
    compile_s: float
    prove_s: float
    nodes: int
    sent: int
    answer_p95_ms: float


class Scale(NamedTuple):
    """Every size, and the answers of `IN_BROWSER` questions in the browser."""

    sizes: list[Size]
    browser_p95_ms: float


def measure_scale(playwright: Playwright, site: Path, aid: str) -> Scale:
    """Return how the sizes do; `aid` is the address of a page of `site` whose engine the browser uses."""
    sizes: list[Size] = []
    in_browser = 0.0
    for questions in SIZES:
        size, tree = _size(questions)
        sizes.append(size)
        if questions == IN_BROWSER:
            in_browser = answered_in_browser(playwright, site, aid, tree)
    return Scale(sizes, in_browser)


def _size(questions: int) -> tuple[Size, Tree]:
    """Make a tree of that many questions and time each step."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tree.yml"
        path.write_text(Generator(questions, SEED).text(), encoding="utf-8")
        start = time.perf_counter()
        document = _sound(path)
        loaded = time.perf_counter()
    tree = compile_tree(document)
    compiled = time.perf_counter()
    prove(document, tree)
    proven = time.perf_counter()
    sent = len(brotli.compress(dumped(tree.to_json()).encode(), quality=11))
    times = []
    for answers in walk(tree):
        begun = time.perf_counter()
        consult(tree, answers, TODAY)
        times.append((time.perf_counter() - begun) * 1000)
    seconds = (loaded - start, compiled - loaded, proven - compiled)
    return Size(questions, *seconds, len(tree.diagram.nodes), sent, p95(times)), tree


def _sound(path: Path) -> Document:
    """Return the tree in `path`, which is made to be without faults of form."""
    document, found = load_document(path)
    if document is None or has_errors(found):
        raise ValueError([diagnostic.code for diagnostic in found])
    return document


def walk(tree: Tree) -> list[dict[str, Any]]:
    """Return the answers so far at each moment of some walks, question by question in the order of the tree."""
    chance = random.Random(SEED)  # noqa: S311  the same walks every time, no secrets
    steps: list[dict[str, Any]] = []
    while len(steps) < ANSWERS:
        answers: dict[str, Any] = {}
        for question in itertools.islice(tree.questions, ANSWERS - len(steps)):
            answer = chance.choice(question.answers)
            answers[question.id] = [answer] if question.kind == "any" else answer
            steps.append(dict(answers))
    return steps


def p95(times: list[float]) -> float:
    """Return the value that 95 of 100 stay under."""
    return sorted(times)[int(len(times) * 0.95)]


def answered_in_browser(playwright: Playwright, site: Path, aid: str, tree: Tree) -> float:
    """Return the p95 of an answer of `tree` in the browser's worker, message and reply included."""
    page_text = (site / "keuzehulpen" / "meldcode" / "index.html").read_text(encoding="utf-8")
    found = ASSETS.search(page_text)
    if found is None:
        raise ValueError(aid)

    def give(route: Route) -> None:
        route.fulfill(body=dumped(tree.to_json()), content_type="application/json")

    with new_profile(playwright) as browser:
        page = browser.new_page()
        page.goto(aid + "../../", wait_until="networkidle")
        page.route(f"**/{tree.id}.json", give)
        assets = page.evaluate("([to, from]) => new URL(to, from).href", [found[1], aid])
        times: list[float] = page.evaluate(CONSULT, [assets, tree.id, json.loads(json.dumps(walk(tree))), TODAY])
    return p95(times)


def plotted(scale: Scale) -> list[str]:
    """Return the growth as lines to read: for each measure a bar a size, as long as its part of the largest."""
    lines = []
    for name in Size._fields[1:]:
        values = [float(getattr(size, name)) for size in scale.sizes]
        lines.append(name)
        for size, value in zip(scale.sizes, values, strict=True):
            bar = "#" * max(1, round(40 * value / max(values)))
            lines.append(f"  {size.questions:>4} vragen {value:>12.4g}  {bar}")
    return lines
