"""Laws of `aids.site.search_index`: an index follows from what is given; the process that makes it is never a stray."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from aids.site.search import search_parts
from aids.site.search_index import IndexMaker, SearchError, Shelf

ROOT = Path(__file__).parents[3]
LISTS: dict[str, list[object]] = {
    **{name: [] for name in ("general", "whole", "forms")},
    "stops": ["de", "het", "een"],
    "parts": ["huis", "arts", "verbod"],
    "phrases": ["veilig thuis"],
    "synonyms": [["dokter", [["huisarts", 0.8]]], ["politie", [["agent", 0.8]]]],
}
COUNTS = "let n = 0; export class Maker { make(places) { n += 1; return { kept: [n, places], unused: [] }; } }"
PATIENCE = 10
ASKS = f"""
import sys
from aids.site.search_index import SHELF
SHELF.make({{"make.js": {COUNTS!r}}}, {{"places": [], "lexicon": {{}}}})
print(SHELF.maker.process.pid, flush=True)
sys.stdin.readline()
"""


def place(number: int, title: str, text: str) -> dict[str, object]:
    """Return a place of the site."""
    where = ["Voordeur", title]
    return {"address": f"{number}/", "kind": "page", "title": title, "where": where, "status": "", "keys": "",
            "text": text, "weight": 1}  # fmt: skip


FIRST = [
    place(1, "De huisarts melden", "De huisarts meldt bij Veilig Thuis."),
    place(2, "Huisverbod", "De agent gaf een huisverbod. Twee huisverboden zijn gegeven."),
]
CHANGED = [FIRST[0], place(2, "Huisverbod", "De burgemeester gaf een huisverbod; er is gemeld.")]
LONGER = [place(3, "Melding", "Een melding doen."), *FIRST]
BARE = [place(4, "Gezinnen", "Er is gemeld en geslagen; zij meldt, gezinnen zijn bedreigd.")]
VERBS = [*BARE, place(5, "Gezin", "Melden, slaan, geslag, bedreigen, een nieuwproefwoord.")]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """Return a shelf that is emptied afterwards."""
    made = Shelf()
    yield made
    made.close()


def gone(pid: int) -> bool:
    """Return whether a process ends within some seconds; one that ended may still wait for its new parent."""
    command = [shutil.which("ps") or "ps", "-o", "stat=", "-p", str(pid)]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()[:1] in {"", "Z"}:
            return True
        time.sleep(0.05)
    return False


def test_what_was_made_before_does_not_show_in_an_index(shelf: Shelf) -> None:
    """Whatever places and word lists came before, each index is the one that a new process makes."""
    parts = search_parts(ROOT)
    other_lists = {**LISTS, "stops": ["de"], "forms": [["geven", ["gaf"]]], "synonyms": []}
    turns = [(FIRST, LISTS), (CHANGED, LISTS), (FIRST, LISTS), (LONGER, other_lists), (LONGER, LISTS), ([], LISTS)]
    turns += [(places, LISTS) for places in (BARE, VERBS, BARE, [*VERBS, *LONGER], VERBS[1:], VERBS)]
    for places, lists in turns:
        given = {"places": places, "lexicon": lists}
        with closing(IndexMaker(parts)) as fresh:
            assert shelf.make(parts, given) == fresh.make(given)


def test_a_word_that_leads_nowhere_is_told_as_long_as_it_does(shelf: Shelf) -> None:
    """The fault shows when the last text with the word goes, and is gone when one comes back."""
    parts = search_parts(ROOT)
    unused = [shelf.make(parts, {"places": places, "lexicon": LISTS})[1] for places in (FIRST, CHANGED, FIRST)]
    assert unused == [[], ["agent"], []]


def asked(shelf: Shelf, script: str = COUNTS) -> int:
    """Return for the how manyth time the process of the shelf makes something."""
    text, unused = shelf.make({"make.js": script}, {"places": ["é’\u2028"], "lexicon": {}})
    count, places = json.loads(text)
    assert (places, unused) == (["é’\u2028"], [])
    return int(count)


def test_the_process_stays_until_it_ends_or_the_scripts_change(shelf: Shelf) -> None:
    """The same scripts are asked in the same process; one that was killed, or has other scripts, is replaced."""
    assert [asked(shelf), asked(shelf)] == [1, 2]
    before = shelf.maker
    assert before is not None
    assert not Path(before.folder.name).exists()
    before.process.kill()
    before.process.wait()
    assert [asked(shelf), asked(shelf)] == [1, 2]
    between = shelf.maker
    assert asked(shelf, f"{COUNTS}// anders") == 1
    assert between is not None
    assert between.process.poll() is not None


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("dit is geen script", "SyntaxError"),
        ("export class Maker { make() { throw new RangeError('te veel'); } }", "RangeError: te veel"),
        ("process.exit(3)", "Node stopte met code 3"),
    ],
)
def test_scripts_that_break_are_told_and_not_kept(shelf: Shelf, script: str, said: str) -> None:
    """The fault is said in the script's own words, each time anew, and no process stays."""
    for _ in range(2):
        with pytest.raises(SearchError, match=said):
            asked(shelf, script)
        assert shelf.maker is None
    assert asked(shelf) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="asks ps")
@pytest.mark.parametrize("crash", [True, False])
def test_the_process_ends_with_ours(crash: bool) -> None:  # noqa: FBT001
    """Whether a builder ends well or is killed, nothing of it runs on."""
    ours = subprocess.Popen(
        [sys.executable, "-c", ASKS], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with ours:
        assert ours.stdout is not None
        pid = int(ours.stdout.readline())
        if crash:
            ours.kill()
        ours.communicate("klaar\n" if not crash else None)
    assert gone(pid)
