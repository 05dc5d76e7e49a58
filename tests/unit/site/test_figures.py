"""Laws of `aids.site.figures`: the words of a figure are text, its shapes hold none, and nothing carries a style."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from aids.compiler.figures import Figure, load_figures
from aids.site.figures import drawn_figure

DOCS = Path(__file__).parents[3] / "docs"
FIGURES = load_figures(DOCS)[0].values()


def words(figure: Figure) -> Iterator[str]:
    """Yield every text that an editor wrote in a figure."""
    yield figure.title
    yield figure.note
    for part in figure.parts:
        yield from (part.label, part.name, *part.says)
        yield from part.then.says if part.then else ()
    yield from (figure.close.name, *figure.close.says) if figure.close else ()


def heard(box: Element) -> str:
    """Return what someone who listens gets of the figure outside its shapes."""
    if box.tag == "svg":
        return box.tail or ""
    inner = "".join(heard(child) for child in box)
    return (box.text or "") + inner + (box.tail or "")


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_every_word_is_text_outside_the_shapes(figure: Figure) -> None:
    """Who does not see the drawing has all its words, in order; the figure is named by its title."""
    box = drawn_figure(figure)
    text = heard(box)
    places = [text.index(said) for said in words(figure) if said not in {"", figure.note}]
    assert figure.note in text
    assert places[0] == 0
    names = {item.get("id") for item in box.iter("p")}
    assert box.get("aria-labelledby") in names


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_a_shape_is_silent_or_says_the_words_of_the_list(figure: Figure) -> None:
    """A shape is hidden from who listens; the one that is not has a title, whose words all stand in the list too."""
    box = drawn_figure(figure)
    text = heard(box).lower()
    for svg in box.iter("svg"):
        if svg.get("aria-hidden") == "true":
            assert not "".join(svg.itertext())
        else:
            assert svg.get("role") == "img"
            title = svg.find("title")
            assert title is not None
            assert title.get("id") == svg.get("aria-labelledby")
            said = re.findall(r"[\w ]+", (title.text or "").lower())
            assert said
            assert all(piece.strip() in text for piece in said)
            assert all((item.text or "").lower() in text for item in svg.iter("text"))


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_every_source_of_a_figure_is_cited_in_it(figure: Figure) -> None:
    """Each source stands as a reference, in its box or in the caption."""
    text = heard(drawn_figure(figure))
    notes = [note for note in (figure.close, *(part.then for part in figure.parts)) if note]
    cited = [ref for part in figure.parts for ref in part.sources]
    cited += [*figure.sources, *(ref for note in notes for ref in note.sources)]
    assert all(f"[[{ref.text}]]" in text for ref in cited)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_nothing_carries_a_style_or_a_double_name(figure: Figure) -> None:
    """Measures and colours are classes, and ids are the figure's own."""
    box = drawn_figure(figure)
    ids = [item.get("id") for item in box.iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    assert all((ident or "").startswith(f"figuur-{figure.id}") for ident in ids)
    for item in box.iter():
        assert not {"style", "fill", "stroke", "font-size"} & set(item.keys())


def test_the_scale_of_a_time_line_is_true() -> None:
    """The bars of the ban take the share of the days that they stand for: ten and eighteen of twenty-eight."""
    (figure,) = (figure for figure in FIGURES if figure.id == "huisverbod")
    rects = [item for item in drawn_figure(figure).iter("rect") if (item.get("x") or "").endswith("%")]
    assert [(item.get("x"), item.get("width")) for item in rects] == [("0.00%", "35.71%"), ("35.71%", "64.29%")]
