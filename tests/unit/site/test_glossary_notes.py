"""Laws of the explanations beside words: once a page, only in running text, few, and never inside what acts."""

from pathlib import PurePosixPath

import pytest

from aids.compiler.glossary import Glossary, Term
from aids.site.glossary_notes import MOST_NOTES, Notes
from aids.site.slices import edited, slices

PAGE = PurePosixPath("themas/kinderen/index.html")


def term(ident: str, name: str, *shorts: str, tooltip: tuple[str, ...] = (), status: str = "nu") -> Term:
    """Return a term with these abbreviations and explained words."""
    return Term(
        id=ident,
        term=name,
        meaning=f"Wat {name} <betekent>.",
        abbreviations=shorts,
        synonyms=("kinderbescherming",),
        tooltip=tooltip,
        see=f"handboeken/{ident}.md#plaats",
        see_title="Meer",
        source="norm#1",
        status="historisch" if status == "historisch" else "nu",
    )


TERMS = (
    term("rvdk", "Raad voor de Kinderbescherming", "RvdK"),
    term("ggz", "Geestelijke gezondheidszorg", "GGZ"),
    term("poh", "Praktijkondersteuner", "POH-GGZ"),
    term("vlag", "Rode vlag", tooltip=("rode vlag", "rode vlaggen")),
    term("shg", "Steunpunt", "SHG", status="historisch"),
    term("stil", "Stille term"),
)
NOTES = Notes(Glossary({item.id: item for item in TERMS}))


def built(body: str, page: PurePosixPath = PAGE) -> str:
    """Return a page with this body after the words are explained."""
    text = f'<html><body><p>RvdK</p><div class="vw-body">{body}</div><footer>GGZ</footer></body></html>'
    return edited(text, NOTES.edits(text, slices(text), page, "../../"))


def words(body: str, page: PurePosixPath = PAGE) -> list[str]:
    """Return the words that became buttons, in order."""
    text = built(body, page)
    return [text[part.inner_start : part.inner_end] for part in slices(text) if part.has_class("vw-word")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>De RvdK en de RvdK.</p><p>RvdK</p>", ["RvdK"]),
        ("<p>Een rode vlag is genoeg, twee rode vlaggen ook.</p>", ["rode vlag"]),
        ("<p>Rode\nvlaggen</p>", ["Rode\nvlaggen"]),
        ("<p>stille term, steunpunt, kinderbescherming</p>", []),
        ("<p>rvdk, RVDK, RvdKs, xRvdK, RvdK-team, oud-RvdK</p>", []),
        ("<p>(RvdK), RvdK.</p>", ["RvdK"]),
        ("<p>POH-GGZ, dan GGZ</p>", ["POH-GGZ", "GGZ"]),
        ("<p>rode <em>vlag</em></p>", []),
        ("<p><em>GGZ</em> en <strong>SHG</strong></p>", ["GGZ", "SHG"]),
    ],
)
def test_a_word_is_explained_where_it_first_stands(body: str, expected: list[str]) -> None:
    """Whole words only, each term once; abbreviations as written, a form with a small or a capital first letter."""
    assert words(body) == expected


@pytest.mark.parametrize(
    "silent",
    [
        "<h2>GGZ</h2>",
        '<a href="#">bij de <em>GGZ</em></a>',
        "<button>GGZ</button>",
        "<label>GGZ <input></label>",
        "<details><summary>GGZ</summary></details>",
        "<pre><code>GGZ</code></pre>",
        "<table><tr><th>GGZ</th></tr></table>",
        "<dl><dt>GGZ</dt></dl>",
        '<p class="admonition-title">GGZ</p>',
        '<div class="aid" data-aid="x"><div><p>GGZ</p></div></div>',
        '<div class="aid-blank"><p>GGZ</p></div>',
        "<!-- GGZ -->",
        '<td data-vw-head="GGZ"></td>',
        "<template><p>GGZ</p></template>",
    ],
)
def test_titles_code_aids_and_what_acts_are_left_alone(silent: str) -> None:
    """There the word stays as it is, and the next one in running text is explained."""
    assert words(silent) == []
    text = built(f"{silent}<p>De GGZ helpt.</p>")
    assert text.count("vw-word") == 1
    assert f"{silent}<p>De <button" in text


@pytest.mark.parametrize(
    "told",
    [
        "Raad voor de Kinderbescherming (RvdK)",
        "raad voor de kinderbescherming (RvdK)",
        "RvdK (Raad voor de Kinderbescherming)",
    ],
)
def test_what_the_text_explains_itself_gets_no_button(told: str) -> None:
    """Where the words in full stand beside the abbreviation, the reader knows; later places need none either."""
    assert words(f"<p>De {told} onderzoekt. De RvdK beslist niet.</p>") == []


def test_a_term_is_not_explained_on_the_page_about_it_but_an_abbreviation_is() -> None:
    """A page tells what its own subject is; what an abbreviation stands for may come long after its first place."""
    assert words("<p>Een rode vlag.</p>", PurePosixPath("handboeken/vlag/index.html")) == []
    assert words("<p>De RvdK.</p>", PurePosixPath("handboeken/rvdk/index.html")) == ["RvdK"]


@pytest.mark.parametrize("page", ["over/begrippen", "over/bronnen", "opzoeken", "redactie", "redactie/meldingen"])
def test_lists_and_pages_for_editors_have_none(page: str) -> None:
    """Where one looks things up, no word opens anything."""
    assert words("<p>GGZ</p>", PurePosixPath(page) / "index.html") == []


def test_when_there_are_too_many_terms_give_way_to_abbreviations() -> None:
    """At most so many on a page, in the order of the text, abbreviations kept before terms."""
    shorts = [term(f"kort{place}", f"Lang {place}", f"AB{place}") for place in range(MOST_NOTES + 2)]
    forms = [term(f"woord{place}", f"Woord {place}", tooltip=(f"woord{place}",)) for place in range(4)]
    notes = Notes(Glossary({item.id: item for item in (*shorts, *forms)}))

    def chosen(body: str) -> list[str]:
        text = f'<div class="vw-body">{body}</div>'
        found = notes.edits(text, slices(text), PAGE, "")
        return [text[edit.start : edit.end] for edit in found if edit.start < edit.end]

    many = " ".join(short for item in shorts for short in item.abbreviations)
    assert chosen(f"woord0 {many}") == [f"AB{place}" for place in range(MOST_NOTES)]
    fitting = "woord0 AB0 woord1 AB1 AB2 AB3 AB4 AB5"
    assert " ".join(chosen(f"{fitting} woord2")) == fitting


def test_the_button_opens_its_explanation_without_a_script() -> None:
    """The word names its dialog, after the text: name, meaning as text, the way to the entry, a way out."""
    text = built("<p>De RvdK.</p>")
    (button,) = (part for part in slices(text) if part.has_class("vw-word"))
    (note,) = (part for part in slices(text) if part.name == "dialog")
    body = next(part for part in slices(text) if part.has_class("vw-body"))
    assert button.attributes["type"] == "button"
    assert button.attributes["popovertarget"] == note.attributes["id"]
    assert note.start > body.end
    assert "popover" in note.attributes
    assert [part.start > note.start for part in slices(text) if "autofocus" in part.attributes] == [True]
    inside = text[note.inner_start : note.inner_end]
    assert "<strong>RvdK</strong>: Raad voor de Kinderbescherming" in inside
    assert "Wat Raad voor de Kinderbescherming &lt;betekent&gt;." in inside
    assert 'href="../../over/begrippen/#rvdk">' in inside
    assert f'popovertarget="{note.attributes["id"]}" popovertargetaction="hide">Sluit</button>' in inside
    named = [part.attributes.get("id") for part in slices(text)]
    assert note.attributes["aria-labelledby"] in named


def test_what_is_of_another_time_says_so() -> None:
    """A term of another time is called so before its meaning; the others are not."""
    assert "<p><em>Historisch.</em> Wat Steunpunt" in built("<p>SHG</p>")
    assert "Historisch" not in built("<p>GGZ</p>")


def test_beside_an_aid_the_link_keeps_the_answers() -> None:
    """On the page of an aid the way to the entry opens a new tab and says so."""
    text = built('<div class="aid" data-aid="x"></div><p>GGZ</p>')
    assert (
        'href="../../over/begrippen/#ggz" target="_blank" rel="noopener">Bij de begrippen (nieuw tabblad)</a>' in text
    )
    assert "_blank" not in built("<p>GGZ</p>")


def test_without_words_a_page_stays_as_it_was() -> None:
    """No text, no body or no glossary: nothing is added."""
    assert "vw-notes" not in built("<p>Niets.</p>")
    text = "<html><body><p>GGZ</p></body></html>"
    assert list(NOTES.edits(text, slices(text), PAGE, "")) == []
    text = '<div class="vw-body"><p>GGZ</p></div>'
    assert list(Notes(Glossary()).edits(text, slices(text), PAGE, "")) == []
