"""Owns the command `serve`: the site on this machine, with the headers of the real one. Runs in the build.

The serving and the watching are done by `aids.site.server`. Builds run in a process that stays, so that what did not
change need not be made again; a new one takes its place when our own Python has changed or when a build broke.
"""

import gc
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from aids.commands.build import make_site
from aids.commands.command import CLEAN, ROOT, WRONG_USE, Command, Parser, WrongUseError, say
from aids.compiler.kept import Stamp, stamp
from aids.site.engine import build_pages_here
from aids.site.server import AddressError, open_server, serve

DEFAULT_PORT = 8000
HIGHEST_PORT = 65535
PATIENCE = 5
"""Seconds in which a build that is stopped may clear away what it was making."""
HELP = f"""Gebruik: python3 build.py serve [--port N]

Bouwt de site, toont haar op http://127.0.0.1:{DEFAULT_PORT} en bouwt opnieuw als er iets verandert.
  --port N   een andere poort, van 1 tot en met {HIGHEST_PORT}; 0 kiest zelf een vrije
Stop met Ctrl+C."""


def add_arguments(parser: Parser) -> None:
    """Add the port."""
    parser.add_argument("--port", type=int, default=DEFAULT_PORT)


def run(arguments: Namespace) -> int:
    """Serve until the user stops it; returns at once, with what to do, when the address cannot be had."""
    port: int = arguments.port
    if not 0 <= port <= HIGHEST_PORT:
        message = f"{port} is geen poort."
        raise WrongUseError(message)
    try:
        server = open_server(ROOT / "site", port)
    except AddressError as error:
        say(str(error))
        return WRONG_USE
    with server, closing(Builder(work)) as builder:
        serve(server, ROOT, builder.build, say)
    return CLEAN


class Builder:
    """Has the site built by a process that stays; `job` is what that process does with its end of the pipe."""

    def __init__(self, job: Callable[[Connection], None]) -> None:
        """Start nothing yet."""
        self.job = job
        self.code: Stamp = ()
        self.process: BaseProcess | None = None
        self.pipe: Connection | None = None

    def build(self) -> bool:
        """Build the site, showing its own findings; return whether it succeeded. A build that breaks has shown why."""
        pipe = self.begin()
        try:
            pipe.send("bouw")
            succeeded: bool = pipe.recv()
        except (EOFError, OSError):
            self.close()
            return False
        return succeeded

    def begin(self) -> Connection:
        """Have a process that runs our Python as it is now; return our end of its pipe."""
        code = stamp((ROOT / "aids").rglob("*.py"))
        if self.pipe is None or code != self.code:
            self.close()
            self.pipe = self._start()
            self.code = code
        return self.pipe

    def close(self) -> None:
        """Stop the process, which first clears away what it was making."""
        if self.process is not None and self.pipe is not None:
            self.process.terminate()
            self.process.join(PATIENCE)
            self.process.kill()
            self.process.join()
            self.pipe.close()
        self.process = self.pipe = None

    def _start(self) -> Connection:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        self.process = context.Process(target=self.job, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        return ours


def work(pipe: Connection) -> None:
    """Build the site each time that the other end asks, all in this process: what was made before is still there."""
    stops_tidily()
    while asked(pipe):
        pipe.send(make_site(build_pages_here) == CLEAN)
        gc.freeze()  # what is kept is not looked through again at every collection


def asked(pipe: Connection) -> bool:
    """Wait for the next word from the other end; return False when nobody is there any more."""
    try:
        return bool(pipe.recv())
    except EOFError:
        return False


def stops_tidily() -> None:
    """Leave Ctrl+C to the server, and end on its word as any program ends: what was half made is cleared away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())


COMMAND = Command("serve", "toont de site op deze computer en bouwt bij elke wijziging", HELP, add_arguments, run)
