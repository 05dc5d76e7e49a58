"""Laws of the templates: what stands in overrides/ beside the same words in Python says the same."""

import re
from pathlib import Path

from aids.compiler.pages import ROLES
from aids.compiler.render_sources import STATUS_WORDS
from aids.compiler.words import MONTHS

ROOT = Path(__file__).parents[3]
TEMPLATE = (ROOT / "overrides/partials/vw/words.html").read_text(encoding="utf-8")


def test_a_status_means_the_same_on_a_page_and_in_an_aid() -> None:
    """The word and the answer to "may I act on this today?" are equal in both."""
    found = re.findall(r'^  "([a-z-]+)": \["([^"]+)", "([^"]+)"\],$', TEMPLATE, re.MULTILINE)
    assert {status: (word, meaning) for status, word, meaning in found} == STATUS_WORDS


def test_who_read_along_is_called_the_same_as_in_the_calendar() -> None:
    """The roles and their words are equal in the template and in Python."""
    assert dict(re.findall(r'^  "([a-z-]+)": "([^"]+)",$', TEMPLATE, re.MULTILINE)) == ROLES


def test_months_have_the_same_names() -> None:
    """A date reads the same on a page and in an aid."""
    assert re.findall(r'"([a-z]+)"', TEMPLATE.split("[", 1)[1].split("]", 1)[0]) == list(MONTHS)
