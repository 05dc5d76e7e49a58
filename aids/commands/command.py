"""Owns what a command is, and how wrong use of one is told. Used by `aids.cli` and by each command. Runs in the build.

Argparse reads the words; its own English sentences never reach the user.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
"""The folder of the repository."""

CLEAN, FINDINGS, WRONG_USE = 0, 1, 2


class WrongUseError(Exception):
    """The command cannot be carried out as it was given; the text says in Dutch why, if there is more to say."""


class Parser(ArgumentParser):
    """An argument parser that raises instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        """Refuse the words given; argparse's own English `message` is not for the user."""
        raise WrongUseError from ValueError(message)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, a line for the overview, its help, the words it takes, and what it does (exit code)."""

    name: str
    summary: str
    help: str
    add_arguments: Callable[[Parser], None]
    run: Callable[[Namespace], int]

    def parse(self, words: list[str]) -> Namespace:
        """Return the arguments in `words`; raises WrongUseError."""
        parser = Parser(prog=self.name, add_help=False, allow_abbrev=False)
        self.add_arguments(parser)
        return parser.parse_args(words)


def takes_nothing(_parser: Parser) -> None:
    """Add no arguments."""


def say(text: str) -> None:
    """Show progress or a message; on stderr, so that stdout is for what a command yields."""
    print(text, file=sys.stderr, flush=True)
