"""Laws of `aids.runtime.markup`: what is left out leaves nothing, and text never becomes markup."""

from aids.runtime.markup import data, html, node, words


def test_nothing_leaves_nothing() -> None:
    """None as a part, and None and False as attributes, are as if they were not there; True has an empty value."""
    made = node("p", {"class": None, "hidden": False, "open": True}, None, "Tekst", [node("br"), "erna"], None)
    assert html(made) == '<p open="">Tekst<br>erna</p>'
    assert data(made) == ["p", {"open": ""}, ["Tekst", ["br", {}, []], "erna"]]
    assert words(made) == "Teksterna"


def test_text_is_only_text() -> None:
    """What a person typed is escaped, between tags and in attributes."""
    made = node("p", {"title": '"><script>'}, "<script>&")
    assert html(made) == '<p title="&quot;&gt;&lt;script&gt;">&lt;script&gt;&amp;</p>'
