"""Laws of `verify` as a program: what a file shows is made again from its answers, and every difference is named."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aids import cli
from aids.commands import diff, verify_editions
from aids.commands.command import CLEAN, FINDINGS, WRONG_USE
from aids.commands.verify_editions import Edition, edition_now
from aids.compiler.starter import starter
from aids.runtime.engine import consult
from aids.runtime.saved import Saved, json_text
from aids.runtime.saved_tree import given_of
from tests.tree_repository import tree_repository

FLOW = starter("proef", date(2026, 11, 22))
TODAY = "2026-11-22"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with one commit that holds a flow."""
    for module in (diff, verify_editions):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    return tree_repository(tmp_path, FLOW)


def edition(ident: str) -> Edition:
    """Return a tree as it is now."""
    found = edition_now(ident)
    assert found is not None
    return found


def scanned(**parts: Any) -> Saved:  # noqa: ANN401  JSON data
    """Return a document of the scan of this site."""
    now = edition("zelfscan")
    saved: Saved = {
        "format": "veilig-in-de-wijk", "schema": 1, "kind": "scan", "tree": "zelfscan", "version": now.version,
        "rules": now.rules, "saved": f"{TODAY}T10:33",
        "by": {"id": "", "role": "gemeente", "organisation": "", "recognisable": False},
        "answers": {"c1": "grotendeels", "c3a": "nog-niet"}, "notes": {"c1": {"note": "Zie de visie."}},
        "words": now.words, "weights": {}, "joint": {}, "followup": {},
    }  # fmt: skip
    return saved | parts


def case(answers: dict[str, Any]) -> Saved:
    """Return a document of the flow."""
    now = edition("proef")
    assert isinstance(now, verify_editions.TreeEdition)
    view = consult(now.tree, answers, TODAY)
    return {
        "format": "veilig-in-de-wijk", "schema": 1, "kind": "flow", "tree": "proef", "version": now.version,
        "rules": now.rules, "saved": f"{TODAY}T10:33", "today": TODAY, "answers": answers, "notes": {},
        "words": now.words, "given": given_of(view),
    }  # fmt: skip


def verified(path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit code and what is said of a file with this text."""
    path.write_text(text, encoding="utf-8", newline="")
    capsys.readouterr()
    code = cli.main(["verify", str(path)])
    told = capsys.readouterr()
    assert told.err == ""
    return code, told.out


def test_a_file_as_it_was_made_is_confirmed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """HTML and JSON of a scan, alone and of a group, give 0 and say that they are right."""
    member = scanned()
    for number, saved in enumerate((scanned(), scanned(group=[member, member]))):
        for ending, text in (("html", edition("zelfscan").page(saved)), ("json", json_text(saved))):
            code, told = verified(tmp_path / f"{number}.{ending}", text, capsys)
            assert (code, "Klopt: " in told) == (CLEAN, True)
            assert ("2 invullers" in told) == (number == 1)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("Zie de visie.</dd>", "Zie het jaarplan.</dd>", "er staat ‘Zie het jaarplan.’, uit"),
        (">Nog niet<", ">Volledig en aantoonbaar<", "vraag c3a: er staat ‘Volledig en aantoonbaar’"),
        ("<main>", "<main><p>Goedgekeurd.</p>", "Bovenaan: hier is tekst toegevoegd: ‘Goedgekeurd.’"),
        ("<dd>Zie de visie.</dd>", "<dd></dd>", "hier ontbreekt ‘Zie de visie.’"),
        ("<main>", '<main><img src="https://x.example/">', "<img src=https://x.example/>"),
        ("<main>", "<main><!-- verborgen -->", "<!-- verborgen>"),
        ("<main>", "<main><script>alert(1)</script>", "alert(1)"),
        ('<footer class="saved-about">', "<footer>", "<footer>"),
        ("\n</body>", "\n\n</body>", "niet letter voor letter"),
        ("</main>", "<br></main>", "<br>"),
    ],
)  # fmt: skip
def test_every_change_of_a_page_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, named: str
) -> None:
    """Another score, answer or note, text added or left out, and anything hidden: 1, and what it is."""
    page = edition("zelfscan").page(scanned())
    assert page.count(old) >= 1
    code, told = verified(tmp_path / "a.html", page.replace(old, new, 1), capsys)
    assert code == FINDINGS
    assert "Klopt niet: " in told
    assert named in told


def test_many_changes_are_told_in_a_bounded_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twenty differences and how many more there are; in a page of another size only where it begins to differ."""
    page = edition("zelfscan").page(scanned())
    _, told = verified(tmp_path / "a.html", page.replace("?", "!"), capsys)
    assert "En nog " in told
    assert told.count("\n") < 30
    _, told = verified(tmp_path / "b.html", page.replace("<main>", "<main>" + "<p>x</p>" * 5000), capsys)
    assert "vanaf tekst" in told
    _, told = verified(tmp_path / "c.html", page.replace("<main>", ""), capsys)
    assert "in de opmaak ontbreekt <main>" in told


def test_data_that_do_not_fit_the_version_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules, words, lines and kind that are not those of the version: 1, each with its place."""
    words = scanned()["words"] | {"c1": "anders"}
    strange = scanned(rules="anders", words=words, answers={"c99": "volledig"})
    code, told = verified(tmp_path / "a.json", json_text(strange), capsys)
    assert code == FINDINGS
    assert all(f"bij {place}: " in told for place in ("rules", "words.c1", "answers.c99"))
    kind = {**case_of_kind("flow"), "version": edition("zelfscan").version}
    code, told = verified(tmp_path / "b.json", json.dumps(kind), capsys)
    assert (code, "bij kind: " in told) == (FINDINGS, True)


def case_of_kind(kind: str) -> Saved:
    """Return a document that says it is of another kind than its tree."""
    return {**scanned(), "kind": kind, "given": {}, "today": TODAY}


def test_a_file_that_is_not_ours_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read, or belongs to no tree here, gives 1 and the reason; a good file beside it counts."""
    for text in ("", "hallo", "{}", "<p></html>"):
        assert verified(tmp_path / "a.json", text, capsys)[0] == FINDINGS
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04\xff\xfe")
    assert cli.main(["verify", str(tmp_path / "a.xlsx")]) == FINDINGS
    assert "rekenblad" in capsys.readouterr().out
    code, told = verified(tmp_path / "b.json", json_text(scanned(tree="nergens")), capsys)
    assert (code, "geen hulp of scan ‘nergens’" in told) == (FINDINGS, True)
    (tmp_path / "c.json").write_text(json_text(scanned()), encoding="utf-8")
    assert cli.main(["verify", str(tmp_path / "b.json"), str(tmp_path / "c.json")]) == FINDINGS
    assert "Klopt: " in capsys.readouterr().out


def test_wrong_use_is_told() -> None:
    """No file, or one that is not there, is wrong use."""
    assert cli.main(["verify"]) == WRONG_USE
    assert cli.main(["verify", "/nergens/werkblad.html"]) == WRONG_USE


def test_advice_that_does_not_follow_is_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Advice changed in data and page alike is found all the same, as are answers that the tree does not know."""
    saved = case({"nu-gevaar": "ja"})
    page = edition("proef").page(saved)
    assert verified(repository / "a.html", page, capsys)[0] == CLEAN
    saved["given"]["advice"] = []
    saved["answers"]["ooit"] = "ja"
    code, told = verified(repository / "a.html", edition("proef").page(saved), capsys)
    assert code == FINDINGS
    assert "bij given.advice: " in told
    assert "bij answers.ooit: " in told


def test_an_older_version_is_found_in_git(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of an older version is checked with that version, and told what has changed since; that is a finding."""
    saved = case({"nu-gevaar": "ja"})
    page = edition("proef").page(saved)
    path = repository / "decision_trees/proef.yml"
    path.write_text(FLOW.replace("title: Bel 112", "title: Bel meteen 112"), encoding="utf-8")
    code, told = verified(repository / "a.html", page, capsys)
    assert code == FINDINGS
    assert "gerekend met de versie van toen" in told
    assert "Bewaard met een andere versie van deze hulp" in told
    unknown = json_text({**saved, "version": "nergens"})
    assert "hier niet te vinden" in verified(repository / "b.json", unknown, capsys)[1]


def test_without_git_an_older_version_is_just_not_found(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No git is no failure."""
    monkeypatch.setenv("PATH", "")
    unknown = json_text({**case({}), "version": "nergens"})
    assert "hier niet te vinden" in verified(repository / "b.json", unknown, capsys)[1]


def test_a_tree_with_faults_is_no_measure(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the tree itself has faults there is nothing to compare with; its findings are told on stderr."""
    saved = case({})
    (repository / "decision_trees/proef.yml").write_text("id: proef\n", encoding="utf-8")
    (repository / "a.json").write_text(json_text(saved), encoding="utf-8")
    assert cli.main(["verify", str(repository / "a.json")]) == FINDINGS
    told = capsys.readouterr()
    assert "niets om mee te vergelijken" in told.out
    assert "VW" in told.err
