"""The published JSON Schema of the View."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from aids.runtime.bridge import dump
from aids.runtime.engine import consult
from tests.property.random_trees import TODAY, answers, trees

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "view.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
JUNK = st.one_of(
    st.none(), st.booleans(), st.floats(), st.text(), st.lists(st.text()), st.dictionaries(st.text(), st.text())
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_every_view_fits_the_schema(data: st.DataObject) -> None:
    """Whatever the tree and the answers, junk included, the View as JSON text fits the published schema."""
    tree = data.draw(trees(4))
    given_answers: dict[str, Any] = data.draw(answers(tree))
    strange = data.draw(st.dictionaries(st.sampled_from([*(q.id for q in tree.questions), "vreemd"]), JUNK, max_size=2))
    view = consult(tree, {**given_answers, **strange}, TODAY)
    VALIDATOR.validate(json.loads(dump(view)))


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"next": "Geen Id"},
        {"advice": [{"id": "a", "certainty": "zeker", "urgency": "nu"}]},
        {"why": {"a": []}},
        {"why": {"a": [{"by": "when", "questions": ["q"]}]}},
        {"why": {"a": [{"by": "outcome", "decision": "weging", "row": "R1"}]}},
        {"decisions": {"weging": {"row": None, "floors": [], "standing": {}, "certain": None, "possible": []}}},
        {"duties": [{"id": "a", "state": "gedaan", "reason": None, "date": None, "who": None}]},
        {"remaining": {"decide": {"min": -1, "max": 0}, "duty": {"min": 0, "max": 0}, "exact": True}},
        {"errors": [{"code": "x", "question": None, "value": [], "message": "m"}]},
    ],
)
def test_schema_refuses_what_is_no_view(change: dict[str, Any]) -> None:
    """The schema is tight: a View with one wrong or one more part does not fit."""
    lists = ("asked", "answered", "advice", "duties", "skipped", "dropped", "errors")
    view: dict[str, Any] = {name: [] for name in lists}
    bounds = {"min": 0, "max": 0}
    view |= {"tree": "proef", "version": "0", "rules": "0", "next": None, "why": {}, "decisions": {}}
    view |= {"remaining": {"decide": bounds, "duty": bounds, "exact": True}}
    VALIDATOR.validate(view)
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**view, **change})
