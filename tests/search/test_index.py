"""Laws of the index of the real site: what it holds, and that page and build make the same terms."""

import re
from pathlib import Path

import pytest

from aids.compiler.diagnostics import Diagnostic
from tests.search.conftest import Ask

WORDS = r"""
const word = /(?<![\p{L}\p{N}.])[\p{L}'’-]+(?![\p{L}\p{N}])/gu;
const written = data.places.flatMap(([, title, , , , text]) => `${title} ${text}`.match(word) ?? []);
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


def test_what_is_nowhere_finds_nothing(ask: Ask) -> None:
    """Letters without meaning, signs, names that scripts know and very much text find nothing, and never break."""
    odd = ["", " ", "xqzzyvw", "!?", "\u202e", "qx" * 2500, "___"]
    assert ask(COUNTS, odd) == [[0, []]] * len(odd)


def test_where_nothing_is_found_near_words_are_named(ask: Ask) -> None:
    """A word too far from any on the site to be taken for it is still answered with those that look like it."""
    ((count, nearest),) = ask(COUNTS, ["qqqhuisverbodddd"])
    assert count == 0
    assert "huisverbod" in nearest


def test_names_that_scripts_know_are_words_like_any_other(ask: Ask) -> None:
    """A word that is also the name of something in the language breaks nothing."""
    assert len(ask(COUNTS, ["constructor", "__proto__", "toString", "hasOwnProperty", "<script>"])) == 5


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("huisverbod", "huisverbod", 0),
        ("huisverbot", "huisverbod", 1),
        ("huisvebod", "huisverbod", 1),
        ("huisvrebod", "huisverbod", 1),
        ("huiverbot", "huisverbod", 2),
        ("melden", "helden", 1),
        ("aaaa", "bbbb", 3),
    ],
)
def test_slips_are_counted(ask: Ask, one: str, other: str, slips: int) -> None:
    """A letter added, dropped, changed or swapped is one slip; beyond what is allowed the count does not matter."""
    assert ask("return slipsBetween(given[0], given[1], 2);", [one, other]) == slips


SHOWN = """
const [text, query] = given;
const { terms } = search.ask(query, 1);
return [excerpt(text, terms, search.terms), marked(text, terms, search.terms)];
"""


def test_an_excerpt_shows_the_words_asked_for_in_about_two_lines(ask: Ask) -> None:
    """It begins shortly before them, marks each form of them, and says where it leaves out."""
    text = "Eerst iets anders. " * 30 + "De burgemeester legt een huisverbod op. " + "Daarna nog iets. " * 30
    shown, whole = ask(SHOWN, [text, "huisverboden"])
    assert [piece["text"] for piece in shown if piece["isMarked"]] == ["huisverbod"]
    written = "".join(piece["text"] for piece in shown)
    assert written.startswith("… ")
    assert written.endswith(" …")
    assert len(written) < 250
    assert "".join(piece["text"] for piece in whole) == text


def test_an_excerpt_of_a_short_text_is_the_text(ask: Ask) -> None:
    """Nothing is cut where nothing need be, also when no word of it was asked for."""
    shown, _ = ask(SHOWN, ["Bel 112.", "huisverbod"])
    assert shown == [{"text": "Bel 112.", "isMarked": False}]


def test_the_opener_fetches_all_parts_and_knows_their_folder(made: tuple[Path, list[Diagnostic]]) -> None:
    """What it asks for at once is all there is, so nothing is asked for later; the folder is that of this build."""
    folder = made[0]
    opener = (folder.parent / "search.js").read_text(encoding="utf-8")
    listed = opener.partition("const MODULES = [")[2].partition("]")[0]
    assert sorted(re.findall(r'"([^"]+)"', listed)) == sorted(path.name for path in folder.glob("*.js"))
    assert f'"./{folder.name}/"' in opener
    assert {path.name for path in folder.glob("*.txt")} == {"minisearch-licence.txt", "stemmer-licence.txt"}


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
