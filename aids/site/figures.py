"""Owns how a figure is drawn: its words as text that reflows, between lines and shapes that are SVG.

Fed by `aids.compiler.figures`; used by the Markdown extension, as elements, so that the engine checks the links. The
words are text, so that they are read, found, enlarged and printed like any other; the shapes carry none and are hidden
from who listens. The one exception is the scale of a time line, whose days are text of the drawing: it has a title and
the same words stand in its list. Its places are percentages, so that it stretches and its text does not. No style
attribute: measures and colours are in docs/assets/figures.css. Runs in the build.
"""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from aids.compiler.document import SourceRef
from aids.compiler.figures import Figure, Note, Part
from aids.compiler.render_sources import STATUS_WORDS

ARROW = "M1 8h20M15 2l6 6-6 6"
UP = "M8 21V2M2 8l6-6 6 6"
PLUS = "M8 2v12M2 8h12"
WIDEST = 100
"""Of a funnel, in the units of its shapes."""


def drawn_figure(figure: Figure) -> Element:
    """Return the figure as an element of a page."""
    name = f"figuur-{figure.id}"
    box = Element(
        "figure",
        {
            "class": f"vw-figure vw-figure--{figure.form}",
            "id": name,
            "data-vw-figure": figure.id,
            "aria-labelledby": f"{name}-titel",
        },
    )
    SubElement(box, "p", {"class": "vw-figure__title", "id": f"{name}-titel"}).text = figure.title
    inner = SubElement(box, "div", {"class": "vw-figure__drawing"})
    if figure.form == "timeline":
        inner.append(_scale(figure, name))
    parts = SubElement(inner, "ol" if figure.form in {"flow", "funnel"} else "ul", {"class": "vw-figure__parts"})
    for place, part in enumerate(figure.parts):
        parts.append(_part(figure, part, place))
    if figure.close:
        close = _note(figure.close, "vw-figure__close")
        if figure.form == "flow":
            close.insert(0, _line(UP, "0 0 16 22", "vw-figure__back"))
        inner.append(close)
    _caption(SubElement(box, "figcaption"), figure)
    return box


def _part(figure: Figure, part: Part, place: int) -> Element:
    """Return a box; the sources of the whole figure stand in its caption and not again in each box."""
    known = {source.text for source in figure.sources}
    item = Element("li", {"class": "vw-figure__part"})
    if figure.form == "funnel":
        item.append(_slice(place, len(figure.parts)))
    if figure.form == "roles" and place:
        item.append(_line(PLUS, "0 0 16 16", "vw-figure__plus"))
    box = SubElement(item, "div", {"class": "vw-figure__box"})
    label = SubElement(box, "p", {"class": "vw-figure__label"})
    label.text = part.label
    if part.days:
        swatch = "vw-figure__sure" if part.days[0] == 0 else "vw-figure__maybe"
        svg = _svg("0 0 24 12", "vw-figure__swatch")
        SubElement(svg, "rect", {"class": swatch, "x": "1", "y": "1", "width": "22", "height": "10"})
        svg.tail, label.text = label.text, None
        label.insert(0, svg)
    SubElement(box, "p", {"class": "vw-figure__name"}).text = part.name
    _says(box, part.says, [source for source in part.sources if source.text not in known])
    if part.then:
        then = _note(part.then, "vw-figure__then")
        if figure.form == "flow":
            then.insert(0, _line(ARROW, "0 0 22 16", "vw-figure__arrow"))
        item.append(then)
    return item


def _note(note: Note, kind: str) -> Element:
    box = Element("div", {"class": kind})
    if note.name:
        SubElement(box, "p", {"class": "vw-figure__name"}).text = note.name
    _says(box, note.says, note.sources)
    return box


def _says(box: Element, sentences: Sequence[str], sources: Iterable[SourceRef]) -> None:
    """Put each sentence in `box`, the last with its sources."""
    for sentence in sentences[:-1]:
        SubElement(box, "p").text = sentence
    SubElement(box, "p").text = " ".join([sentences[-1], *_cites(sources)]) if sentences else ""


def _cites(sources: Iterable[SourceRef]) -> list[str]:
    return [f"[[{source.text}]]" for source in sources]


def _caption(caption: Element, figure: Figure) -> None:
    status, _ = STATUS_WORDS[figure.status]
    words = [f"Status: {status.lower()}.", figure.note, "Eigen tekening, naar", *_cites(figure.sources)]
    caption.text = " ".join(word for word in words if word)


def _svg(box: str, kind: str) -> Element:
    return Element("svg", {"class": kind, "viewBox": box, "aria-hidden": "true", "focusable": "false"})


def _line(path: str, box: str, kind: str) -> Element:
    svg = _svg(box, f"vw-figure__line {kind}")
    SubElement(svg, "path", {"d": path})
    return svg


def _slice(place: int, count: int) -> Element:
    """Return one slice of a funnel, as wide above as the one before is below."""
    step = WIDEST / 2 / (count + 1)
    above, below = step * place, step * (place + 1)
    svg = _svg(f"0 0 {WIDEST} {WIDEST}", "vw-figure__slice")
    svg.set("preserveAspectRatio", "none")
    corners = ((above, 0), (WIDEST - above, 0), (WIDEST - below, WIDEST), (below, WIDEST))
    points = " ".join(f"{across:g},{down:g}" for across, down in corners)
    SubElement(svg, "polygon", {"points": points, "class": f"vw-figure__shade-{place + 1}"})
    return svg


def _scale(figure: Figure, name: str) -> Element:
    """Return the scale of a time line: a bar for each stretch with its label, a line for each day that ends one."""
    stretches = [(part, *part.days) for part in figure.parts if part.days]
    last = max((end for _, _, end in stretches), default=1)
    svg = Element(
        "svg",
        {"class": "vw-figure__scale", "role": "img", "aria-labelledby": f"{name}-schaal", "focusable": "false"},
    )
    said = [f"{part.name}: {part.label.lower()}" for part, _, _ in stretches]
    SubElement(svg, "title", {"id": f"{name}-schaal"}).text = f"{'. '.join(said)}."
    for part, first, end in stretches:
        kind = "sure" if first == 0 else "maybe"
        place = {"x": _share(first, last), "y": "0", "width": _share(end - first, last), "height": "2.2em"}
        SubElement(svg, "rect", {"class": f"vw-figure__{kind}", **place})
        for day in range(first + 1, end):
            _upright(svg, _share(day, last), ("1.8em", "2.2em"), f"vw-figure__day--{kind}")
        middle = {"x": _share((first + end) / 2, last), "y": "1.35em", "text-anchor": "middle"}
        SubElement(svg, "text", {"class": f"vw-figure__on-{kind}", **middle}).text = part.label
    for day in sorted({day for _, first, end in stretches for day in (first, end)}):
        _upright(svg, _share(day, last), ("0", "2.8em"), "vw-figure__mark")
        anchor = "start" if day == 0 else "end" if day == last else "middle"
        SubElement(svg, "text", {"x": _share(day, last), "y": "3.8em", "text-anchor": anchor}).text = f"dag {day}"
    return svg


def _upright(svg: Element, across: str, down: tuple[str, str], kind: str) -> None:
    SubElement(svg, "line", {"class": kind, "x1": across, "x2": across, "y1": down[0], "y2": down[1]})


def _share(days: float, last: int) -> str:
    return f"{100 * days / last:.2f}%"
