"""Laws of `aids.site.search_sections`: what of a page can be found by itself, with its title, place and words."""

import pytest

from aids.site.search_sections import Section, page_sections

PAGE = """
<nav class="vw-path"><ol><li><a>Start</a></li><li><a>Handboeken</a></li></ol></nav>
<header><h1 id="blad">Blad</h1><p class="vw-status vw-status--historisch"><strong>Historisch</strong></p></header>
{}
"""


def cut(body: str) -> tuple[Section, ...]:
    """Return the places in a page with this body."""
    return page_sections(f'<html><body><article class="vw-article">{PAGE.format(body)}</article></body></html>', "x/")


def test_a_page_is_found_by_its_beginning() -> None:
    """The page as a whole has its title, its crumbs and standing, and the words up to the first section."""
    (page,) = cut("<p>Een woord vooraf</p>")
    assert page == Section("x/", "", "page", "Blad", ("Handboeken",), "historisch", "Een woord vooraf.")
    assert page.address == "x/"


def test_sections_know_what_they_are_part_of() -> None:
    """A section ends where the next begins; a deeper one has the one above it in its trail."""
    found = cut('<h2 id="a">Eén</h2><p>Tekst.</p><h3 id="b">Twee</h3><p>Meer</p><h2 id="c">Drie</h2>')
    assert [(item.address, item.title, item.text, item.trail[1:]) for item in found[1:]] == [
        ("x/#a", "Eén", "Tekst.", ("Blad",)),
        ("x/#b", "Twee", "Meer.", ("Blad", "Eén")),
        ("x/#c", "Drie", "", ("Blad",)),
    ]


def test_a_row_with_an_anchor_is_a_place_and_stays_in_its_section() -> None:
    """A short first cell takes the next along in the title; the section has the words of the row too."""
    found = cut(
        '<h2 id="a">A</h2><table><tr><td id="c1">10f</td>\n<td>Wat doen we <a class="vw-cite">Bron</a>samen?</td>'
        "</tr>"
        "<tr><td>geen anker</td></tr></table>"
    )
    row = next(item for item in found if item.anchor == "c1")
    assert (row.kind, row.title, row.text) == ("row", "10f: Wat doen we samen?", "10f · Wat doen we samen?")
    assert "Wat doen we samen? geen anker." in next(item for item in found if item.anchor == "a").text


def test_terms_and_items_with_an_anchor_are_places() -> None:
    """A term has its meaning as text; an item has its first words as title."""
    found = cut(
        '<h2 id="l">V</h2><dl>'
        '<dt id="vt">Veilig Thuis (VT)</dt><dd>Meldpunt.</dd><dt id="z">Zorg</dt><dd>Hulp.</dd></dl>'
        '<ul><li id="i"><strong>Ken</strong> de risico’s. En meer.</li><li>zonder</li></ul>'
    )
    assert [(item.kind, item.anchor, item.title, item.text) for item in found[2:]] == [
        ("term", "vt", "Veilig Thuis (VT)", "Meldpunt."),
        ("term", "z", "Zorg", "Hulp."),
        ("item", "i", "Ken de risico’s. En meer", "Ken de risico’s. En meer."),
    ]


def test_of_an_aid_only_questions_and_advice_are_cut() -> None:
    """Its steps, weighing, conditions and answers that say nothing are left out; what can be ticked is kept."""
    found = cut(
        '<div data-aid="m"><h2 class="aid-step-title" id="s"><span class="aid-place">Stap 1</span> Kijken</h2>'
        '<fieldset class="aid-question" id="q" data-aid-kind="any">'
        '<legend><h3><span class="aid-count">Vraag 1</span> Wat ziet u?</h3></legend>'
        '<p class="aid-when">Alleen als ja</p><div class="aid-choices"><label>Een wapen</label></div>'
        '<details class="aid-why"><summary class="aid-why-summary">Waarom</summary><p>Daarom.</p></details></fieldset>'
        '<fieldset class="aid-question" id="r" data-aid-kind="one"><legend><h3>Is het zo?</h3></legend>'
        '<div class="aid-choices"><label>Ja</label></div></fieldset><h3 id="w">De weging</h3><p>Rij T6</p>'
        '<article class="aid-advice" id="v"><h3>Bel 112</h3><p class="aid-holds">Geldt als</p><p>Doe het.</p></article>'
        '<article class="aid-advice" id="g"><h3>Met deze antwoorden is geen norm vastgesteld</h3></article></div>'
    )
    assert [(item.kind, item.anchor, item.title, item.text, item.trail[1:]) for item in found[1:]] == [
        ("question", "q", "Wat ziet u?", "Een wapen. Daarom.", ("Blad", "Kijken")),
        ("question", "r", "Is het zo?", "", ("Blad", "Kijken")),
        ("advice", "v", "Bel 112", "Doe het.", ("Blad", "Advies")),
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<nav>{}</nav>",
        "<p hidden>{}</p>",
        "<span popover>{}</span>",
        '<p class="vw-reviewed">{}</p>',
        "<svg><title>{}</title></svg>",
    ],
)
def test_what_stands_around_the_text_is_not_read(around: str) -> None:
    """Menus, what is hidden, who reviewed a page and pictures are no text to find."""
    assert all("geheim" not in item.text + item.title for item in cut(around.format("geheim") + "<p>Gewoon.</p>"))


def test_outside_the_article_nothing_is_cut() -> None:
    """A page without an article has no place to lead to."""
    assert page_sections('<h1 id="a">Titel</h1><p>Tekst</p>', "y/") == ()
