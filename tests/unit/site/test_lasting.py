"""Laws of `aids.site.lasting`: what all pages load is one sheet and one script, named by what is in them."""

from pathlib import PurePosixPath

from aids.site.headers import LASTING
from aids.site.pages import Finished, Surroundings, finish_page

ASSETS = {"a.css": "a{}", "b.css": "b{}", "own.css": "c{}", "site.js": "start();", "own.js": "own();"}
FIRST = '<link rel="stylesheet" href="../assets/a.css">\n\n  <link rel="stylesheet" href="../assets/b.css">'
HEAD = f"""{FIRST}
<meta name="referrer" content="no-referrer"><link rel="stylesheet" href="../assets/own.css">
<script type="module" src="../assets/site.js" blocking="render"></script>
<script type="module" src="../assets/own.js"></script>"""


def finished(head: str = HEAD, **assets: str) -> Finished:
    """Return a page with this head, finished among these assets."""
    text = f'<html><head><meta charset="utf-8">{head}</head><body><p>x</p></body></html>'
    return finish_page(text, PurePosixPath("over/index.html"), Surroundings(None, {}, {}, assets=ASSETS | assets))


def test_the_first_sheets_are_one_and_others_stay() -> None:
    """What stands side by side is joined in its order; what only some pages have keeps its own address."""
    page = finished()
    (sheet,) = (name for name in page.files if name.endswith(".css"))
    assert page.files[sheet] == "a{}\nb{}"
    assert FIRST not in page.text
    assert page.text.count(f'<link rel="stylesheet" href="../{sheet}">') == 1
    assert '<link rel="stylesheet" href="../assets/own.css">' in page.text


def test_the_script_of_all_pages_keeps_how_it_is_loaded() -> None:
    """Only the address changes; the script of some pages stays where it is."""
    page = finished()
    (script,) = (name for name in page.files if name.endswith(".js"))
    assert page.files[script] == "start();"
    assert f'<script type="module" src="../{script}" blocking="render"></script>' in page.text
    assert '<script type="module" src="../assets/own.js"></script>' in page.text


def test_what_is_replaced_is_told() -> None:
    """Nothing is published twice."""
    assert finished().replaced == {"a.css", "b.css", "site.js"}
    assert finished("").replaced == frozenset()
    assert finished("").files == {}


def test_names_follow_from_content_alone() -> None:
    """The same content has the same name on every page, and other content another: it may be kept for ever."""
    assert finished().files == finished().files
    assert not set(finished().files) & set(finished(**{"a.css": "z{}", "site.js": "stop();"}).files)
    assert all(f"/{name}".startswith(LASTING) for name in finished().files)


def test_sheets_of_elsewhere_are_left_alone() -> None:
    """What is not in the folder of assets is for the check of links to judge."""
    head = '<link rel="stylesheet" href="../aid/a.css"><link rel="stylesheet" href="../assets/none.css">'
    assert head in finished(head).text
