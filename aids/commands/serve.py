"""Owns the command `serve`: the site on this machine, with the headers of the real one. Runs in the build.

The serving and the watching are done by `aids.site.server`; each build runs in a process of its own, so that a change
in our own Python counts at once and a build that breaks does not stop the server.
"""

import subprocess
import sys
from argparse import Namespace

from aids.commands.command import CLEAN, ROOT, WRONG_USE, Command, Parser, WrongUseError, say
from aids.site.server import AddressError, open_server, serve

DEFAULT_PORT = 8000
HIGHEST_PORT = 65535
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
    with server:
        serve(server, ROOT, rebuild, say)
    return CLEAN


def rebuild() -> bool:
    """Build the site in a process of its own, which shows its own findings; return whether it succeeded."""
    return subprocess.run([sys.executable, str(ROOT / "build.py"), "build"], check=False).returncode == CLEAN


COMMAND = Command("serve", "toont de site op deze computer en bouwt bij elke wijziging", HELP, add_arguments, run)
