"""Laws of readability: what counts as a sentence and a syllable, and what a hard page is told."""

import pytest

from aids.compiler.page_texts import PageText
from aids.compiler.readability import BOUND, ease, sentences, syllables, unreadable
from aids.compiler.reading_text import Source

FRONT = "---\ntitle: Blad\n---\n"
HARD = "Interdisciplinaire verantwoordelijkheidsverdelingen vergemakkelijken samenwerkingsmogelijkheden. "
EASY = "U hebt een zorg. Vraag ernaar bij een van hen. "
COUNTED = {
    1: "ja gij team teams zorg schreeuw nieuw mooi GGZ",
    2: "gezin huilen bureau kindcheck wijkteam geïnd ouder open meeuwen",
    3: "onveilig beïnvloed meldcode vermoeden teamleider bedreiging",
    4: "reageren financieel situatie beoordelen",
    5: "organisatie professional",
    6: "onafhankelijke",
    7: "verantwoordelijkheden aandachtsfunctionaris",
}


def page(body: str) -> PageText:
    """Return a page of this text."""
    return PageText("docs/blad.md", "blad.md", Source("docs/blad.md", FRONT + body), len(FRONT))


def said(body: str) -> list[str]:
    """Return the sentences that are counted in a page of this text, their words with single spaces."""
    return [" ".join(sentence.words) for sentence in sentences(page(body))]


@pytest.mark.parametrize(("number", "word"), [(n, word) for n, words in COUNTED.items() for word in words.split()])
def test_syllables_are_counted_as_spoken(number: int, word: str) -> None:
    """Vowels that sound as one are one, also of a trema and in the English words of the trade."""
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Een kop met veel woorden\n\nDit is een zin.\n", ["Dit is een zin"]),
        ("Dit is een zin. En dit is ook\neen zin!\n", ["Dit is een zin", "En dit is ook een zin"]),
        ("- een deel van een lijst\n- en nog een deel\n", ["een deel van een lijst", "en nog een deel"]),
        ("Een lijst op één regel: [dit](a.md) · en dat is het\n", ["Een lijst op één regel dit", "en dat is het"]),
        ("| a | b c d e f |\n|---|---|\n| dit is een tabel | x |\n", []),
        ("- [De titel van een pagina](a.md)\n- **Een label.** Kort.\n", []),
        ("Zie [de tekst](een-lang-adres.md#met-anker) hier [[norm#1]].\n", ["Zie de tekst hier"]),
        ('!!! nu "Wat nu geldt voor u"\n    Dit is de tekst ervan.\n', ["Dit is de tekst ervan"]),
        ("```yaml\ndit is code en geen zin\n```\n\n::: aid voorbeeld\n\n<!-- dit is een opmerking -->\n", []),
        ("Dit staat in Wmo 4.1.1 over melden.\n", ["Dit staat in Wmo over melden"]),
        (
            "**W**ederkerigheid is een van de *drie* letters.\n  {#anker}\n",
            ["W ederkerigheid is een van de drie letters"],
        ),
    ],
)
def test_only_prose_is_counted(body: str, expected: list[str]) -> None:
    """Sentences of paragraphs and lists count; headings, tables, titles, labels, addresses and code do not."""
    assert said(body) == expected
    assert said(body.replace("\n", "\r\n")) == expected


def test_the_score_is_that_of_douma() -> None:
    """One sentence of four words and five syllables: 206.84 - 0.93 x 4 - 77 x 5/4."""
    assert ease(sentences(page("Dit is een tekstje.\n"))) == pytest.approx(206.84 - 3.72 - 96.25)


def test_longer_words_and_longer_sentences_are_harder() -> None:
    """The score falls with either."""
    short = ease(sentences(page("Wij praten met hen. Wij vragen hoe het gaat.\n")))
    assert ease(sentences(page("Wij praten met hen en vragen hoe het gaat.\n"))) < short
    assert ease(sentences(page("Wij communiceren met hen. Wij vragen hoe het gaat.\n"))) < short


def test_a_hard_page_is_told_at_its_hardest_sentence() -> None:
    """A page under the bound gives one warning, with its score, at the sentence that reads worst."""
    body = f"Dit is nog een {HARD.lower()}\n\n" * 15
    (found,) = unreadable([page(body + HARD)])
    assert (found.code, found.severity) == ("VW947", "warning")
    assert (found.at.line, found.at.column) == (4 + 2 * 15, 1)
    assert found.excerpt == HARD
    assert str(round(BOUND)) in found.message


@pytest.mark.parametrize("body", [EASY * 20, HARD, "", "# Alleen een kop\n"])
def test_an_easy_page_and_a_short_one_are_left_alone(body: str) -> None:
    """Above the bound there is nothing to say; of a few words the score says nothing."""
    assert unreadable([page(body)]) == []
