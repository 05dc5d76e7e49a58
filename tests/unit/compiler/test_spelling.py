"""Laws of spelling: what is a word, what knows it, and that our texts hold none that nobody knows."""

from collections.abc import Collection
from pathlib import Path

import pytest

from aids.compiler.spelling import PARTS, misspelled, not_in_dictionary, own_words, unknown_words, words_in
from aids.compiler.text_quality import text_warnings

ROOT = Path(__file__).resolve().parents[3]
FRONT = "---\ntitle: Een goede titel\nreviewed: 2026-01-01\n---\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with the Node parts of this one, and nothing else."""
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (tmp_path / "docs/gegevens").mkdir(parents=True)
    return tmp_path


def found_in(root: Path, files: dict[str, str]) -> list[tuple[str, str, int, int, int]]:
    """Return code, file, line, column and length of what is found in these files."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return [
        (item.code, item.at.file, item.at.line, item.at.column, item.at.length)
        for item in text_warnings(root)
        if item.code != "VW947"
    ]


def test_no_text_of_this_repository_has_an_unknown_word() -> None:
    """Every word of pages, trees and data is in the dictionary, or was looked at and put in our own list."""
    assert [item for item in text_warnings(ROOT) if item.code != "VW947"] == []


def test_every_word_of_our_own_list_is_needed_and_stands_once() -> None:
    """The list holds no word that the dictionary knows by now, and none twice."""
    lines = (ROOT / "docs/gegevens/woordenlijst.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if (word := line.partition("#")[0].strip())]
    assert len(words) == len(set(words))
    assert not_in_dictionary(ROOT, words) == set(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eén risico’s zo'n, dan.", ["Eén", "risico's", "zo'n", "dan"]),
        ("**W**ederkerigheid en *eigen* kracht", ["Wederkerigheid", "en", "eigen", "kracht"]),
        ("hulpverlenings- en herstelplan, (ex-)partner", ["hulpverlenings-", "en", "herstelplan", "ex-", "partner"]),
        ("kijk op www.gemeente.nu of in check.py of B1 of 1e", ["kijk", "op", "of", "in", "of", "of"]),
    ],
)
def test_words_are_taken_from_a_text(text: str, words: list[str]) -> None:
    """Accents, apostrophes, hyphens and marks of emphasis belong to a word; addresses and numbers are none."""
    assert [word for _, _, word in words_in(text)] == words


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("goed", True),
        ("Goed", True),
        ("eigen", True),
        ("Eigen", True),
        ("eigen's", True),
        ("goed-eigen", True),
        ("goed-", True),
        ("goeds-", True),
        ("NAAM-goed", True),
        ("naam", False),
        ("goed-fout", False),
        ("fout-", False),
    ],
)
def test_a_word_is_known_by_itself_or_by_its_parts(word: str, known: bool) -> None:  # noqa: FBT001  the expected value
    """A capital at the start, a plural or possessive, and a hyphen make no other word; a name keeps its capitals."""

    def ask(words: Collection[str]) -> set[str]:
        return {item for item in words if item != "goed"}

    assert (word not in unknown_words({word}, frozenset({"eigen", "NAAM"}), ask)) is known


def test_the_dictionary_knows_compounds_and_not_mistakes() -> None:
    """Dutch joins words as it likes; what is no word stays unknown."""
    words = {"veiligheidscheck", "kindcheckinstructie", "risico's", "vermoeen", "huiselikj", "geweldt"}
    assert not_in_dictionary(ROOT, words) == {"vermoeen", "huiselikj", "geweldt"}
    assert not_in_dictionary(ROOT, set()) == set()


def test_unknown_words_are_found_in_place(repository: Path) -> None:
    """In the text and title of a page, in a tree and in data, each where it stands; what is no text is left alone."""
    page = (
        FRONT.replace("goede", "goeeede") + "Het vermoeden. Het **vermoeen** `vermoeen` [x](vermoeen.md) {#vermoeen}\n"
    )
    files = {
        "docs/blad.md": page,
        "decision_trees/hulp.yml": "id: vermoeen\nquestions:\n  - ask: Is er vermoeen?\n    when: vermoeen in {ja}\n",
        "docs/gegevens/bronnen.yml": 'norm: {says: "Een vermoeen.", publisher: Vermoeen}\n',
        "docs/gegevens/woordenlijst.txt": "# vermoeen\nhuiselikj # goed zo\n",
        "docs/ander.md": FRONT + "Huiselikj geweld.\n",
    }
    assert found_in(repository, files) == [
        ("VW948", "decision_trees/hulp.yml", 3, 16, 8),
        ("VW948", "docs/blad.md", 2, 12, 7),
        ("VW948", "docs/blad.md", 5, 22, 8),
        ("VW948", "docs/gegevens/bronnen.yml", 1, 19, 8),
    ]


def test_the_nearest_word_of_our_own_texts_is_proposed(repository: Path) -> None:
    """A mistake is told with the word that stands elsewhere in the texts and looks most like it."""
    (repository / "docs/blad.md").write_text(FRONT + "Een vermoeden. Een vermoeen.\n", encoding="utf-8")
    (found,) = text_warnings(repository)
    assert found.severity == "warning"
    assert found.remedy.startswith("Bedoelde u ‘vermoeden’?")
    assert found.excerpt == "Een vermoeden. Een vermoeen."


def test_without_its_parts_spelling_is_not_skipped(tmp_path: Path) -> None:
    """A missing dictionary or Hunspell is an error that says so, file by file."""
    found = misspelled(tmp_path, [], [], "docs")
    assert [(item.code, item.at.file, item.severity) for item in found] == [("VW908", name, "error") for name in PARTS]


def test_our_own_list_has_comments_and_may_be_absent(tmp_path: Path) -> None:
    """A word is what stands before `#`; without a file there are no words."""
    assert own_words(tmp_path / "weg.txt") == frozenset()
    (tmp_path / "lijst.txt").write_text("# kop\nwoord # uitleg\n\nander\n", encoding="utf-8")
    assert own_words(tmp_path / "lijst.txt") == {"woord", "ander"}
    (tmp_path / "lijst.txt").write_bytes(b"goed\ncaf\xe9\n")
    assert "goed" in own_words(tmp_path / "lijst.txt")
