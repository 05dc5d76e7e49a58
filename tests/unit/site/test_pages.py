"""Laws of `aids.site.pages`: what a page is after post-processing, and that the rest of it is untouched."""

from pathlib import PurePosixPath

import pytest

from aids.compiler.bundle import Manifest
from aids.site.headers import CONTENT_SECURITY_POLICY
from aids.site.pages import Surroundings, finish_page, script_name
from aids.site.slices import Slice, slices

MANIFEST = Manifest("aid-0123", ())
AROUND = Surroundings(MANIFEST, {"wmo-2015#5.2.6": "Wmo 2015 5.2.6"}, {})
DEEP = PurePosixPath("keuzehulpen/meldcode/index.html")


def page(body: str, head: str = "") -> str:
    """Return a page as the engine writes it."""
    return (
        f'<!doctype html>\n<html lang="nl"><head>\n  <meta charset="utf-8">\n{head}</head>\n<body>'
        '<input class="md-toggle" id="__drawer"><label class="md-overlay" for="__drawer"></label>'
        '<div data-md-component="skip"><a class="md-skip" href="#a">x</a></div>'
        f'<div class="vw-body">{body}</div></body></html>'
    )


def parts(text: str, name: str) -> list[Slice]:
    """Return the elements called `name`."""
    return [part for part in slices(text) if part.name == name]


def test_the_policy_stands_before_anything_that_it_governs() -> None:
    """The policy is in every page, right after the encoding: before each script, style and preload."""
    text = finish_page(page("", '<link rel="stylesheet" href="a.css"><script src="b.js"></script>'), DEEP, AROUND).text
    metas = parts(text, "meta")
    assert metas[0].attributes == {"charset": "utf-8"}
    assert metas[1].attributes == {"http-equiv": "Content-Security-Policy", "content": CONTENT_SECURITY_POLICY}
    assert all(metas[1].end <= part.start for name in ("link", "script") for part in parts(text, name))


def test_a_script_in_the_page_becomes_a_file_named_by_its_content() -> None:
    """No code stays in the page; the same code is the same file, and data scripts stay."""
    code = "document.title = 'a < b';"
    data = '<script type="application/json">{"a": 1}</script>'
    finished = finish_page(page(f"<script>{code}</script>{data}<script>{code}</script>"), DEEP, AROUND)
    assert finished.files == {script_name(code): code}
    assert finished.text.count(f'<script src="../../{script_name(code)}"></script>') == 2
    assert data in finished.text
    assert code not in finished.text


def test_addresses_are_relative_but_absolute_in_the_page_for_missing_addresses() -> None:
    """A page works in any folder; only 404.html, shown for any address, starts at the top of the host."""
    finished = finish_page(page("<script>a()</script>"), PurePosixPath("404.html"), AROUND)
    assert parts(finished.text, "script")[0].attributes["src"] == f"/{script_name('a()')}"
    top = finish_page(page("<script>a()</script>"), PurePosixPath("index.html"), AROUND)
    assert parts(top.text, "script")[0].attributes["src"] == script_name("a()")


def test_an_aid_gets_all_that_the_manifest_names() -> None:
    """The page of an aid knows its folder, and names its sheet, what begins it and its script; nothing is preloaded."""
    aid = '<div class="aid" data-aid="meldcode" data-aid-state="static" data-aid-assets=""><p>a</p></div>'
    text = finish_page(page(aid), DEEP, AROUND).text
    folder = "../../assets/aid-0123/"
    assert f'data-aid-state="static" data-aid-assets="{folder}"' in text
    links = [part.attributes for part in parts(text, "link")]
    assert [(item["rel"], item["href"]) for item in links if "as" not in item] == [("stylesheet", f"{folder}aid.css")]
    assert "fetch" not in {item.get("as") for item in links}
    module = {"type": "module", "fetchpriority": "high"}
    begun = {**module, "src": f"{folder}start.js", "data-aid-start": "meldcode", "async": ""}
    script = {**module, "src": f"{folder}widget.js"}
    assert [part.attributes for part in parts(text, "script")] == [begun, script]


@pytest.mark.parametrize(("body", "names"), [('<div class="aid-blank"></div>', ["stylesheet"]), ("<p>a</p>", [])])
def test_other_pages_get_no_more_than_they_need(body: str, names: list[str]) -> None:
    """A blank sheet gets the styles of the aid, a page without aid nothing."""
    text = finish_page(page(body), DEEP, AROUND).text
    found = [part.attributes["rel"] for part in parts(text, "link") if part.attributes.get("as") != "font"]
    assert found == names
    assert parts(text, "script") == []


def test_without_a_bundle_an_aid_stays_static() -> None:
    """With no manifest the aid is left as the compiler rendered it."""
    aid = '<div data-aid="meldcode" data-aid-assets=""></div>'
    text = finish_page(page(aid), DEEP, Surroundings(None, {}, {})).text
    assert aid in text
    assert parts(text, "script") == []


def test_unused_switches_of_the_theme_are_cut() -> None:
    """Nothing of the theme that could take focus without a name or a use is left."""
    text = finish_page(page(""), DEEP, AROUND).text
    assert "md-toggle" not in text
    assert "md-overlay" not in text
    assert "md-skip" not in text


def test_a_source_is_called_by_its_name() -> None:
    """The id of a source in the head of a page becomes words; an unknown one is left for the check of links."""
    body = '<a href="#" data-vw-source="wmo-2015#5.2.6">x</a><a href="#" data-vw-source="a#b">a#b</a>'
    text = finish_page(page(body), DEEP, AROUND).text
    assert '>Wmo 2015 5.2.6</a><a href="#" data-vw-source="a#b">a#b</a>' in text


def test_a_link_of_an_editor_carries_its_address_for_print() -> None:
    """Links in the text have their address from the top of the site; references, places here and menus have none."""
    own = '<a href="../../over/">a</a><a href="https://wet.nl/x?a=1&amp;b">b</a>'
    body = f'{own}<a href="#c">c</a><a class="vw-cite" href="../">d</a>'
    text = finish_page(page(body), DEEP, AROUND).text
    assert '<a href="../../over/" data-vw-address="/over/">a</a>' in text
    assert 'data-vw-address="https://wet.nl/x?a=1&amp;b">b</a>' in text
    assert text.count("data-vw-address") == 2


def test_what_is_not_named_stays_as_it_was() -> None:
    """Odd but legal HTML passes through untouched: nothing is re-serialised."""
    body = "<P CLASS=x>a &eacute; <br/> b<p>c <!-- d --> <svg viewBox='0 0 1 1'/>"
    assert body in finish_page(page(body), DEEP, AROUND).text


def test_certificate_takes_its_place() -> None:
    """A proven tree has its certificate in the page; without one the place stays as it is, out of sight."""
    place = '<section class="aid-certificate" data-aid-certificate="meldcode" hidden></section>'
    proven = Surroundings(None, {}, {"meldcode": "<section>Bewezen</section>"})
    assert "<section>Bewezen</section>" in finish_page(page(place), DEEP, proven).text
    assert "hidden" not in finish_page(page(place), DEEP, proven).text
    assert place in finish_page(page(place), DEEP, Surroundings(None, {}, {})).text


def test_a_scan_gets_its_own_script_and_styles() -> None:
    """The page of a scan names the scripts and styles of a scan; its blank sheet needs only the styles."""
    manifest = Manifest("aid-0", (), frozenset({"proef"}))
    around = Surroundings(manifest, {}, {})
    text = finish_page(page('<div data-aid="proef" data-aid-assets=""></div>'), DEEP, around).text
    begun, script = (part.attributes for part in parts(text, "script"))
    assert "data-aid-scan" in begun
    assert script["src"].endswith("/scan.js")
    names = {part.attributes["href"].rsplit("/", 1)[-1] for part in parts(text, "link")}
    assert "scan.css" in names
    assert "aid.css" not in names
    blank = finish_page(page('<div class="aid-blank scan-form"></div>'), DEEP, around).text
    assert [part.attributes["href"] for part in parts(blank, "link") if part.attributes["rel"] == "stylesheet"] == [
        "../../assets/aid-0/scan.css"
    ]
    assert parts(blank, "script") == []
