"""Laws of `explain`: what a code means on stdout; a code that is not there is wrong use with a guess."""

import pytest

from aids import cli
from aids.commands.command import CLEAN, WRONG_USE
from aids.compiler.catalogue import CATALOGUE
from aids.compiler.explanation import explained, listed


def test_a_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Capitals do not matter; the explanation is on stdout and nothing on stderr."""
    for word in ("VW304", "vw304"):
        assert cli.main(["explain", word]) == CLEAN
        told = capsys.readouterr()
        assert told.out == explained(CATALOGUE["VW304"]) + "\n"
        assert told.err == ""


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """The list names every code."""
    assert cli.main(["explain"]) == CLEAN
    assert capsys.readouterr().out == listed() + "\n"


@pytest.mark.parametrize(
    ("word", "hint"),
    [("VW3O4", "Bedoelt u VW304 ("), ("iets", "Zonder code ziet u de lijst")],
)
def test_an_unknown_code_is_wrong_use(word: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest code is suggested, or the way to the list, and nothing is on stdout."""
    assert cli.main(["explain", word]) == WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert f"Er is geen code {word}." in told.err
    assert hint in told.err
