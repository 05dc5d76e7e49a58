"""Laws of the command line: which commands there are, how wrong use is told, and what each command ends with."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aids import browser, cli
from aids.commands import serve, test
from aids.commands.command import CLEAN, FINDINGS, WRONG_USE
from aids.site.server import AddressError

ROOT = Path(cli.__file__).parents[1]
COMMANDS = ["build", "serve", "test", "check", "new", "explain", "consult", "prove", "diff"]
COMMANDS += ["rollup", "verify", "bench"]


def test_the_commands_are_those_that_work() -> None:
    """The overview names every command and none that is not there."""
    assert list(cli.COMMANDS) == COMMANDS
    assert all(f"  {name}" in cli.overview() for name in COMMANDS)


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_help_is_no_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Who asks for help gets the overview on stdout and exit code 0."""
    assert cli.main(words) == CLEAN
    assert capsys.readouterr().out == cli.overview() + "\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`COMMAND --help` and `help COMMAND` give the command's own help and carry nothing out."""
    assert cli.main([name, "--help"]) == CLEAN
    assert cli.main(["help", name]) == CLEAN
    told = capsys.readouterr().out
    assert told == f"{cli.COMMANDS[name].help}\n" * 2
    assert f"python3 build.py {name}" in told or name == "build"


@pytest.mark.parametrize(
    "words",
    [
        ["onbekend"],
        ["build", "iets"],
        ["serve", "--port"],
        ["serve", "--port", "acht"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "-1"],
        ["test", "--instal"],
        ["consult"],
        ["consult", "meldcode", "a", "b"],
        ["consult", "geen-hulp"],
        ["consult", "meldcode", "/nergens/antwoorden.json"],
        ["consult", "meldcode", "--today", "morgen"],
        ["consult", "meldcode", "--today", "2026-02-30"],
    ],
)
def test_wrong_use_ends_with_2_and_shows_how(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong use gives exit code 2, help on stderr, nothing on stdout, and no English sentence of argparse."""
    assert cli.main(words) == WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert "Gebruik: python3 build.py" in told.err
    assert not [word for word in ("usage:", "error:", "argument", "Traceback") if word in told.err]


def test_a_misspelt_tree_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nearly is a tree's gets that name as a question."""
    assert cli.main(["consult", "meldkode"]) == WRONG_USE
    assert "Bedoelt u meldcode?" in capsys.readouterr().err


def test_ctrl_c_leaves_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A user who stops a command sees one sentence."""

    def stop(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "open_server", stop)
    assert cli.main(["serve"]) == WRONG_USE
    assert capsys.readouterr().err == "\nAfgebroken.\n"


def test_serve_on_a_taken_port_ends_with_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is built when the address cannot be had; the sentence says what to do."""

    def taken(*_: object) -> bool:
        raise AddressError("Poort 8000 is al in gebruik")

    monkeypatch.setattr(serve, "open_server", taken)
    assert cli.main(["serve"]) == WRONG_USE
    assert capsys.readouterr().err == "Poort 8000 is al in gebruik\n"


class Bench:
    """Stands in for the machine that `test` runs on: what is there, and which checks fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        """Start with everything there and every check passing."""
        self.ran: list[str] = []
        self.failing: set[str] = set()
        monkeypatch.setattr(test, "CACHE", folder)
        monkeypatch.setattr(test, "missing", list)
        monkeypatch.setattr(test, "passes", self.passes)

    def passes(self, step: test.Step) -> bool:
        """Note the check; pytest leaves its report."""
        self.ran.append(step.name)
        if step.report:
            counts = 'tests="7" failures="1" errors="0" skipped="2"'
            step.report.write_text(f"<testsuites><testsuite {counts}/></testsuites>", encoding="utf-8")
        return step.name not in self.failing


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Bench:
    """Return a machine on which everything is there."""
    return Bench(monkeypatch, tmp_path)


def test_everything_runs_and_the_last_line_counts(machine: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """All checks run in one go and the last line on stdout counts the tests."""
    assert cli.main(["test"]) == CLEAN
    static = ["ruff", "ruff format", "mypy", "import-linter", "tsc (pagina)", "tsc (worker)"]
    tests = ["pytest (eenheden)", "dekking van aids/runtime", "pytest (keuzehulpen)", "pytest (browser)"]
    assert machine.ran == [*static, *tests]
    assert capsys.readouterr().out.splitlines()[-1] == "12 passed, 3 failed, 0 errors, 6 skipped"


def test_a_failing_check_fails_the_whole_and_stops_nothing(machine: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """One check that fails gives exit code 1 and its name; the checks after it still run."""
    machine.failing = {"ruff"}
    assert cli.main(["test"]) == FINDINGS
    assert machine.ran[-1] == "pytest (browser)"
    assert "Niet in orde: ruff\n" in capsys.readouterr().err


def test_what_is_missing_is_listed_and_nothing_is_skipped(
    machine: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --install a missing part gives a list, one line that installs it, exit code 2, and no check at all."""
    monkeypatch.setattr(test, "missing", lambda: ["een browser"])
    assert cli.main(["test"]) == WRONG_USE
    assert machine.ran == []
    told = capsys.readouterr().err
    assert "  een browser\n" in told
    assert told.count("python3 build.py test --install") == 1


def test_install_installs_before_it_looks(machine: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --install the missing parts are installed first, and then everything runs."""
    lacking = ["een browser"]
    monkeypatch.setattr(test, "missing", lambda: list(lacking))
    monkeypatch.setattr(test, "install", lacking.clear)
    assert cli.main(["test", "--install"]) == CLEAN
    assert "pytest (browser)" in machine.ran


def test_an_installation_that_fails_is_told(
    machine: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When --install could not help, exit code 2 and not the same advice again."""
    monkeypatch.setattr(test, "missing", lambda: ["een browser"])
    monkeypatch.setattr(test, "install", lambda: None)
    assert cli.main(["test", "--install"]) == WRONG_USE
    assert machine.ran == []
    assert "test --install" not in capsys.readouterr().err


def test_words_after_two_dashes_go_to_pytest() -> None:
    """A part of the tests can be run; the coverage bound is then left to the whole run."""
    *_, last = test.steps(["-k", "een"])
    assert last.name == "pytest (gekozen)"
    assert last.command[-2:] == ["-k", "een"]


def test_every_folder_of_tests_runs_once() -> None:
    """The runs of pytest divide the tests: what the first ones run, the last leaves out, and nothing else."""
    words = {step.name: step.command for step in test.steps([])}
    run = [word for part in ("eenheden", "keuzehulpen") for word in words[f"pytest ({part})"] if word[:6] == "tests/"]
    left_out = [word.removeprefix("--ignore=") for word in words["pytest (browser)"] if word.startswith("--ignore=")]
    assert run == left_out
    assert "tests" in words["pytest (browser)"]
    assert all((ROOT / folder).is_dir() for folder in run)


def test_without_a_report_the_last_line_is_no_success(tmp_path: Path) -> None:
    """When pytest broke before it could count, the last line says that it failed."""
    (tmp_path / "half.xml").write_text("<testsuites>", encoding="utf-8")
    line = test.closing_line([tmp_path / "none.xml", tmp_path / "half.xml"])
    assert line == "0 passed, 2 failed, 0 errors, 0 skipped"


def test_missing_names_each_part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On a bare machine each Node part, the browser and LibreOffice are named."""
    monkeypatch.setattr(test, "ROOT", tmp_path)
    monkeypatch.setattr(test, "find_browser", lambda: None)
    monkeypatch.setattr(test, "find_office", lambda: None)
    assert len(test.missing()) == len(test.NODE_PARTS) + 2


def test_a_browser_is_judged_by_running_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first browser that tells its version is taken; one that does not start is passed over."""
    for name, code in (("chromium", 1), ("google-chrome", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}")
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    assert browser.find_browser() == str(tmp_path / "google-chrome")


def test_a_browser_of_playwright_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The newest browser in Playwright's folder is found where PATH has none."""
    for number in ("1100", "1200"):
        path = tmp_path / f"chromium-{number}/chrome-linux/chrome"
        path.parent.mkdir(parents=True)
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    assert browser.find_browser() == str(tmp_path / "chromium-1200/chrome-linux/chrome")


def test_the_ways_to_install_a_browser_are_tried_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system's packages do not help, Playwright's own browser is installed; success is seen, not assumed."""
    tried: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        tried.append(command)
        return subprocess.CompletedProcess(command, int(command[0] == "apt"))

    monkeypatch.setattr(browser, "apt_commands", lambda: [["apt", "update"], ["apt", "install"]])
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(browser, "find_browser", lambda: None if len(tried) < 2 else "chrome")
    assert browser.install_browser(lambda _line: None)
    assert tried == [["apt", "update"], [sys.executable, "-m", "playwright", "install", "chromium"]]


def test_without_rights_nothing_of_the_system_is_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without root and without sudo is not asked to install system packages."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "sudo" else f"/usr/bin/{name}")
    assert browser.apt_commands() == []
