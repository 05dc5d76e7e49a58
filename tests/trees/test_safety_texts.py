"""What the advice texts of the two aids must say beside each other, because no rule can: call first, and 112."""

import pytest

from aids.commands.trees import tree_path
from aids.compiler.document import Document
from aids.compiler.loader import load_document

CALL_FIRST = "Staat hier ook dat u Veilig Thuis belt? Bel dan eerst."
"""Names what the sheet says, whatever its words: 'eerst Veilig Thuis' stood literally in too few of the advices."""

TALKS = {
    "meldcode": [
        "overleg-vermoeden",
        "stap-ontbreekt",
        "overleg-hulp",
        "apart-spreken",
        "slachtoffer-client",
        "getuige-client",
        "pleger-client",
        "kind-spreken",
    ],
    "passende-zorg": ["kinderen-zien", "afhankelijk-nagaan"],
}
"""Advice that sends a reader to talk, and can stand beside a red flag or a special form."""

URGENT = ["bel-112", "meld-bij-gevaar", "meld-acuut", "meld-onthulling", "acute-vorm", "overleg-veiligheid"]
"""Advice about safety that is not certain: it says 112, also for when it becomes dangerous later."""


def texts(tree: str) -> dict[str, list[str]]:
    """Return what each advice of a tree, its shared part included, says to do."""
    path = tree_path(tree)
    document, _ = load_document(path, path.name)
    assert isinstance(document, Document)
    return {item.id: [str(line) for line in item.do] for item in document.advice}


@pytest.mark.parametrize("tree", TALKS)
def test_talking_waits_for_veilig_thuis(tree: str) -> None:
    """Every advice to talk begins with calling first: talking before the call can raise the danger."""
    said = texts(tree)
    assert [ident for ident in TALKS[tree] if CALL_FIRST not in said[ident][0]] == []


def test_uncertain_safety_names_112() -> None:
    """Every advice about uncertain safety names 112 itself: a printed line may be read without the rest."""
    said = texts("meldcode")
    assert [ident for ident in URGENT if not any("112" in line for line in said[ident])] == []


def test_open_consultation_holds_off_the_network() -> None:
    """No network meeting while consultation is open: who is controlled may not speak freely there."""
    said = texts("passende-zorg")
    for ident in ("eerst-overleg-zorg", "samen-met-veilig-thuis"):
        assert any("gesprek met het netwerk" in line for line in said[ident]), ident


def test_closing_words_wait_for_open_duties() -> None:
    """Both closing advices keep it open while a duty is: the rows do not look at the kindcheck or at each child."""
    said = texts("meldcode")
    for ident in ("zelf-helpen-en-volgen", "vastleggen-en-open-blijven"):
        assert "plicht open" in said[ident][0], ident
