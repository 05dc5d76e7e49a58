"""Laws of the readable file: it needs nothing, runs nothing, shows who made it, and is read back."""

import base64
import hashlib
from html.parser import HTMLParser

from aids.runtime.markup import html, node, words
from aids.runtime.saved import read_saved
from aids.runtime.saved_html import html_text, particulars
from aids.runtime.scan.saved_page import opened, page_of
from tests.saved_sample import SCAN, respondent


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of its styles."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.style = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the text of the style."""
        if self.found and self.found[-1][0] == "style" and not self.style:
            self.style = data


def test_a_page_needs_nothing_and_runs_nothing() -> None:
    """No script but the data, no attribute that loads or runs, and a policy that allows only the page's own style."""
    page = html_text(respondent(), "Proef", [node("p", None, "<script>alert(1)</script>")])
    elements = Elements(page)
    scripts = [given for tag, given in elements.found if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "veilig-in-de-wijk"}]
    assert not any(name in ("src", "href", "style") or name.startswith("on") for _, g in elements.found for name in g)
    policy = next(given["content"] for _, given in elements.found if given.get("http-equiv"))
    digest = base64.b64encode(hashlib.sha256(elements.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in elements.style
    assert "@import" not in elements.style


def test_data_cannot_end_its_block() -> None:
    """Whatever a note says, the file has one block, with none of the signs that begin markup."""
    hostile = respondent(notes={"c1": {"note": "</script><script>alert(1)</script><!-- & \u2029"}})
    page = html_text(hostile, "Proef", [])
    block = page[page.index('id="veilig-in-de-wijk">') + len('id="veilig-in-de-wijk">') : page.rindex("</script>")]
    assert not set(block) & set("<>&\u2028\u2029")
    assert page.count("<script") == 1


def test_a_page_tells_where_it_comes_from() -> None:
    """Tree, version, rules and moment are on it; the title of the window is neutral; a moment may be missing."""
    told = words(particulars(respondent()))
    for part in ("klein", SCAN.version, SCAN.rules, "2026-11-22 om 10:33"):
        assert part in told
    assert "<title>Werkblad 2026-11-22</title>" in html_text(respondent(), "Gezin Jansen", [])
    bare = respondent(saved="", version="", rules="")
    assert words(particulars(bare)).count("onbekend") == 3
    assert "<title>Werkblad</title>" in html_text(bare, "Proef", [])


def test_the_page_of_a_scan_shows_everything_at_once() -> None:
    """Answers, reasons and notes stand on it with every fold open, and the document comes back from it."""
    saved = respondent()
    page = page_of(SCAN, saved)
    for text in ("Is punt 1 geregeld?", "Grotendeels", "Hier niet.", "Zie de visie.", SCAN.title):
        assert text in page
    assert read_saved(page, "a.html") == (saved, [])
    assert page_of(SCAN, dict(reversed(saved.items()))) == page
    assert html(opened(node("div", None, "a", node("details", {"class": "x"}, "b")))) == (
        '<div>a<details class="x" open="">b</details></div>'
    )
