"""Owns the choice of a command: `python3 build.py [COMMAND ...]`, and how help and wrong use are told.

`build.py` hands over to `main`, inside `.venv`. The commands themselves are in `aids.commands`. Runs in the build.
Exit codes: 0 clean, 1 findings, 2 wrong use or something that must be installed first.
"""

import io
import sys

from aids.commands import bench, build, check, consult, diff, explain, new, prove, rollup, serve, test, verify
from aids.commands.command import CLEAN, WRONG_USE, Command, WrongUseError, say

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        build.COMMAND,
        serve.COMMAND,
        test.COMMAND,
        check.COMMAND,
        new.COMMAND,
        explain.COMMAND,
        consult.COMMAND,
        prove.COMMAND,
        diff.COMMAND,
        rollup.COMMAND,
        verify.COMMAND,
        bench.COMMAND,
    )
}
HELP_WORDS = frozenset({"-h", "--help", "help"})


def main(words: list[str]) -> int:
    """Carry out the command that `words` name, `build` if they name none, and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console with few characters shows a stand-in instead of breaking
            stream.reconfigure(errors="replace")
    name, rest = (words[0], words[1:]) if words else (build.COMMAND.name, [])
    if name in HELP_WORDS:
        print(COMMANDS[rest[0]].help if rest and rest[0] in COMMANDS else overview())
        return CLEAN
    if name not in COMMANDS:
        say(f"Onbekend commando: {name}\n\n{overview()}")
        return WRONG_USE
    command = COMMANDS[name]
    if HELP_WORDS & set(rest[:1]):
        print(command.help)
        return CLEAN
    try:
        return command.run(command.parse(rest))
    except WrongUseError as error:
        say(f"{error}\n\n{command.help}".strip())
        return WRONG_USE
    except KeyboardInterrupt:
        say("\nAfgebroken.")
        return WRONG_USE


def overview() -> str:
    """Return the list of commands."""
    lines = [f"  {command.name:8} {command.summary}" for command in COMMANDS.values()]
    return "\n".join(
        [
            "Gebruik: python3 build.py [COMMANDO]",
            "",
            *lines,
            "",
            "Zonder commando: build. Meer over een commando: python3 build.py COMMANDO --help",
        ]
    )
