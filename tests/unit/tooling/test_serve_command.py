"""Laws of the builder of `serve`: it stays while our own Python does, and what breaks in it never stops the server."""

import os
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from aids.commands import serve
from aids.commands.serve import Builder


def answers_with_its_turn(pipe: Connection) -> None:
    """Succeed the first time only."""
    turn = 0
    while pipe.recv():
        turn += 1
        pipe.send(turn == 1)


def breaks(pipe: Connection) -> None:
    """End in the middle of a build."""
    pipe.recv()
    os._exit(3)


def clears_away(pipe: Connection) -> None:
    """Be in the middle of a build, as the real one is, when the server stops."""
    serve.stops_tidily()
    pipe.recv()
    with TemporaryDirectory(prefix="half-", dir=pipe.recv()):
        pipe.send("begonnen")
        pipe.recv()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one module of our own."""
    (tmp_path / "aids").mkdir()
    (tmp_path / "aids" / "a.py").write_text("1", encoding="utf-8")
    monkeypatch.setattr(serve, "ROOT", tmp_path)
    return tmp_path


def test_the_process_stays_until_our_own_python_changes(root: Path) -> None:
    """A change in a page is built by the same process, a change in our Python by a new one."""
    builder = Builder(answers_with_its_turn)
    assert [builder.build(), builder.build()] == [True, False]
    (root / "aids" / "a.py").write_text("een ander", encoding="utf-8")
    assert builder.build()
    builder.close()


def test_half_a_build_is_cleared_away(root: Path) -> None:
    """Stopping in the middle leaves nothing behind."""
    builder = Builder(clears_away)
    pipe = builder.begin()
    pipe.send("bouw")
    pipe.send(str(root))
    assert pipe.recv() == "begonnen"
    assert list(root.glob("half-*"))
    builder.close()
    assert list(root.glob("half-*")) == []


@pytest.mark.usefixtures("root")
def test_a_process_whose_server_is_gone_ends_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    """A server that was killed could not say so: the process ends by itself, and no traceback is left on the screen."""
    builder = Builder(serve.work)
    pipe = builder.begin()
    process = builder.process
    assert process is not None
    pipe.close()
    process.join(serve.PATIENCE * 4)
    assert process.exitcode == 0
    assert capfd.readouterr().err == ""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.usefixtures("root")
def test_a_process_that_breaks_is_a_failed_build_and_the_next_starts_anew() -> None:
    """The server is told that the build failed; nothing is raised, twice in a row."""
    builder = Builder(breaks)
    assert [builder.build(), builder.build()] == [False, False]
    builder.close()
    builder.close()
