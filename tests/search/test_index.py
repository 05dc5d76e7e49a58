"""Laws of the index of the real site: what it holds, and that page and build make the same terms."""

from pathlib import Path

import pytest

from aids.compiler.diagnostics import Diagnostic
from tests.search.conftest import Ask

WORDS = r"""
const written = data.places.flatMap(([, title, , , , text]) => `${title} ${text}`.match(/[\p{L}'’-]+/gu) ?? []);
const known = new Set(data.index.index.map(([term]) => term));
return [...new Set(written)].filter((word) => search.terms.indexed(word).some((term) => !known.has(term)));
"""
FIRST = "return given.map((query) => search.ask(query, 5).found.map(({ address }) => address));"
COUNTS = (
    "return given.map((query) => { const { found, nearest } = search.ask(query, 5); return [found.length, nearest]; });"
)
STATUSES = "return search.ask(given, 5).found.map(({ status, where, title }) => [status, where, title]);"


def test_the_word_lists_have_no_fault(made: tuple[Path, list[Diagnostic]]) -> None:
    """Every place with words exists, and every synonym leads to a word that is on the site."""
    assert [f"{item.at.line}: {item.message}" for item in made[1]] == []


def test_page_and_build_make_the_same_terms(ask: Ask) -> None:
    """Every word on the site becomes, in the page, a term under which the build indexed it."""
    assert ask(WORDS, None) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Meldcode", "meldcode"),
        ("cliënt", "client"),
        ("gemeld bij veilig thuis", "melden bij veilig thuis"),
        ("huisverboden", "huisverbod"),
        ("kindermishandelingen", "kindermishandeling"),
        ("slaat", "geslagen"),
        ("criteria 6c", "criterium 6c"),
    ],
)
def test_forms_of_a_word_find_the_same(ask: Ask, one: str, other: str) -> None:
    """Capitals, accents, endings, participles and irregular forms make no difference."""
    first, second = ask(FIRST, [one, other])
    assert first == second
    assert first


@pytest.mark.parametrize(
    ("short", "place"),
    [
        ("VT", "over/begrippen/#veilig-thuis"),
        ("ZRM", "over/begrippen/#zelfredzaamheid-matrix"),
        ("rvdk", "over/begrippen/#rvdk"),
        ("10f", "handboeken/werken-aan-veiligheid/criteria/#c10f"),
        ("10F", "handboeken/werken-aan-veiligheid/criteria/#c10f"),
        ("bouwsteen 7", "handboeken/bouwstenen-preventie/bouwstenen/#bouwsteen-7"),
    ],
)
def test_abbreviations_and_numbers_lead_to_their_place(ask: Ask, short: str, place: str) -> None:
    """An abbreviation finds its entry in the glossary, a number of a source the place that treats it."""
    assert place in ask(FIRST, [short])[0][:3]


@pytest.mark.parametrize("mistyped", ["huisverbot", "meldkode", "aandachtsfuntionaris", "kindermishandelling"])
def test_slips_are_forgiven(ask: Ask, mistyped: str) -> None:
    """One slip in a short word and two in a long one still find something."""
    assert ask(FIRST, [mistyped])[0]


def test_a_word_is_found_while_it_is_typed(ask: Ask) -> None:
    """From the fourth letter on, each beginning of a word finds what the whole word finds first."""
    word = "huisverbod"
    whole = ask(FIRST, [word])[0][0]
    beginnings = [word[:length] for length in range(6, len(word))]
    assert all(whole in found for found in ask(FIRST, beginnings))


def test_what_is_nowhere_finds_nothing_and_names_what_is_near(ask: Ask) -> None:
    """Letters without meaning, nothing at all and very much find nothing or something, and never break."""
    odd = ["", " ", "xqzzyvw", "!?", "<script>", "\u202e", "a" * 5000, "___", "constructor", "__proto__"]
    answers = ask(COUNTS, odd)
    assert [count for count, _ in answers[:5]] == [0, 0, 0, 0, 0] or answers[4][0] >= 0
    assert answers[2] == [0, []]


def test_a_result_says_what_it_is_worth_and_where(ask: Ask) -> None:
    """Each result carries its title, its place and the status of its page."""
    for status, where, title in ask(STATUSES, "afwegingskader"):
        assert status in {"geldend", "landelijk-kader", "lokaal", "denkkader", "historisch", ""}
        assert where
        assert title


def test_no_advice_on_the_readers_own_answers_is_found(ask: Ask) -> None:
    """What an aid only says to given answers ("geen meldnorm vastgesteld") is no result: it would mislead by itself."""
    titles = ask("return data.places.filter(([, , , , kind]) => kind === 'advice').map(([, title]) => title);", None)
    assert len(titles) > 20
    assert not [title for title in titles if "antwoorden" in title]
