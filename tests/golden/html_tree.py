"""Owns the reading of rendered HTML as a tree, so that tests can ask about elements; finds wrong nesting on the way."""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

VOID = frozenset({"input", "br", "hr", "img", "meta", "link"})


class _Reader(HTMLParser):
    """Builds a tree; an end tag that closes anything but the last open element is an AssertionError."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def read_html(text: str) -> Element:
    """Return the one element that `text` is."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open, f"not closed: {reader.open}"
    return reader.builder.close()


def attributes(root: Element, name: str) -> list[str]:
    """Return the values of an attribute, in the order of the document."""
    return [node.attrib[name] for node in root.iter() if name in node.attrib]


def one(root: Element, name: str, value: str) -> Element:
    """Return the only element with this attribute."""
    [found] = [node for node in root.iter() if node.get(name) == value]
    return found


def of_class(root: Element, name: str) -> list[Element]:
    """Return the elements of a class."""
    return [node for node in root.iter() if name in node.get("class", "").split()]


def text_of(node: Element) -> str:
    """Return the text of an element with single spaces."""
    return " ".join("".join(node.itertext()).split())
