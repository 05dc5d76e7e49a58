"""Laws of the certificate in words: it tells what was proven and what not, and never more than that."""

import pytest

from aids.compiler.render_certificate import certificate_place, great_number, render_certificate
from tests.golden.html_tree import of_class, read_html, text_of
from tests.unit.compiler.sample_certificate import SAYS, certificate


def words(**other: object) -> str:
    """Return all that a certificate says."""
    return text_of(read_html(render_certificate(certificate(**other))))


def test_says_that_it_speaks_of_rules_not_of_judgement() -> None:
    """The sentence of SAFETY 1.9 stands in the short form too, which record and print take."""
    [short] = of_class(read_html(render_certificate(certificate())), "aid-certificate-short")
    assert SAYS in text_of(short)


def test_names_each_promise_and_its_result() -> None:
    """Every claim and policy stands there as a sentence, escaped, with what became of it."""
    said = words()
    assert "Bij brand staat 112 in het advies. Bewezen" in said
    assert "Wordt <iets> & anders? Bewezen" in said
    assert "Er is hoogstens één weg. Bewezen" in said
    assert "Elke rij kan klinken. (3) Bewezen" in said


def test_tells_how_it_was_done() -> None:
    """How many cases, who agreed, which faults were planted, which versions: all of it is in words."""
    said = words()
    for part in (
        "dat zijn er ruim 41 miljard",
        "8 vragen, 3 rijen en 4 adviezen",
        "3 beloften",
        "2 oefenvoorbeelden en 1 geval",
        "op 4.128 gevallen hetzelfde antwoord",
        "120 fouten met opzet",
        "117 vielen op",
        "Geen enkele bleef onopgemerkt.",
        "z3 4.15.4",
        "fedcba9876543210",
        "99aa88bb77cc66dd",
    ):
        assert part in said


def test_unfinished_proof_is_not_called_one() -> None:
    """What is not proven is not said to be; survivors are counted; what was not done is left out."""
    said = words(result="undecided")
    assert "nog niet helemaal bewezen" in said
    assert "nagerekend voor elk volledig geval" not in said
    left = {"say": "x", "line": 1, "proposal": None}
    assert "1 bleven onopgemerkt." in words(mutants={"generated": 2, "killed": 1, "equivalent": 0, "surviving": [left]})
    bare = dict.fromkeys(certificate()["counts"], 0)
    said = words(counts={**bare, "cases": None}, claims=[], policies=[], mutants=None, parts=[])
    for absent in ("dat zijn er", "beloften gelden in elk", "oefenvoorbeeld", "met opzet", "Gedeeld deel"):
        assert absent not in said


def test_place_without_a_proof_is_out_of_sight() -> None:
    """A page whose tree was not proven shows nothing at all about a proof."""
    place = read_html(certificate_place("proefblad"))
    assert place.get("data-aid-certificate") == "proefblad"
    assert "hidden" in place.attrib
    assert text_of(place) == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (37, "37"),
        (128_000, "128.000"),
        (1_000_000, "1 miljoen"),
        (41_900_000_000, "ruim 41 miljard"),
        (3 * 10**20, "300 triljoen"),
        (10**27 + 1, "ruim 1 quadriljard"),
        (10**33, "1 miljoen quadriljard"),
    ],
)
def test_great_numbers_are_said(number: int, words: str) -> None:
    """A number with twenty digits is told in words that people know."""
    assert great_number(number) == words
