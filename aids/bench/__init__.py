"""The figures that the site must hold, measured on the built site in a real browser. Runs on a developer's machine."""

from aids.bench.report import run

__all__ = ["run"]
