"""Laws of `aids.site.references`: every reference reads as words and has one anchor."""

import doctest
from pathlib import Path

import pytest

from aids.compiler.editorial import load_editorial
from aids.site import references, sources_page
from aids.site.references import reference_anchor, reference_label

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("module", [references, sources_page])
def test_the_examples_hold(module: object) -> None:
    """What the docstrings show is what the functions do."""
    results = doctest.testmod(module)  # type: ignore[arg-type]
    assert results.attempted > 0
    assert results.failed == 0


def test_no_two_places_share_an_anchor() -> None:
    """The page of sources has one anchor for each section of each source."""
    editorial, _ = load_editorial(ROOT / "docs")
    refs = [section.ref for source in editorial.sources.values() for section in source.sections.values()]
    assert len({reference_anchor(ref) for ref in refs} | set(editorial.sources)) == len(refs) + len(editorial.sources)


@pytest.mark.parametrize(
    ("ref", "label"),
    [
        ("uitvoeringsbesluit-wmo#4.1.8", "Uitvoeringsbesluit Wmo 4.1.8"),
        ("veilig-thuis#bereiken", "Veilig Thuis"),
        ("vng-kader#4-zicht", "VNG kader 4"),
        ("wmo-2015#5.2.6", "Wmo 2015 5.2.6"),
        ("mdaplusplus#pilot", "MDA++"),
        ("factor-veiligheid#3.2-drempels", "Factor veiligheid 3.2"),
        ("afwegingskader#2", "Afwegingskader 2"),
    ],
)
def test_a_label_names_the_source_and_the_place(ref: str, label: str) -> None:
    """The words are short: the source, and a number only where the source itself has one."""
    assert reference_label(ref) == label
