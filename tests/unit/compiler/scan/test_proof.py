"""Laws of the proof of a scan: a sound one is proven, and an engine that errs does not pass."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
import z3

from aids.compiler.diagnostics import has_errors
from aids.compiler.proof.agreement import DisagreementError
from aids.compiler.render_certificate import render_certificate
from aids.compiler.scan import proof
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import Level
from aids.compiler.scan.oracle import WHOLE, completions, means
from aids.compiler.scan.proof import prove_scan
from aids.runtime.scan.model import LEFT_OUT, Scan
from aids.runtime.scan.results import Answers, Score, Scores, Weights
from aids.runtime.scan.scores import scores_of
from tests.unit.compiler.scan.scan_project import sound

SCORES = scores_of


def test_a_sound_scan_is_proven(tmp_path: Path) -> None:
    """Every check is proven, each over something, and the certificate has the outer form of any other."""
    document = sound(tmp_path)
    certificate = prove_scan(document, compile_scan(document)).to_json()
    assert certificate["result"] == "proven"
    assert [check["id"] for check in certificate["checks"]] == [
        "levels-cover",
        "lines-matter",
        "parts-reached",
        "ends-reached",
        "interval-law",
        "intervals-hold",
        "evaluators-agree",
    ]
    assert all(check["count"] > 0 for check in certificate["checks"])
    assert certificate["counts"]["cases"] == 3**3
    assert certificate["agreement"] == {"evaluators": ["engine", "oracle"], "cases": proof.SAMPLE}
    assert "gemeente" in certificate["says"]
    shown = render_certificate(certificate)
    assert "3 vragen" in shown
    assert "meldcode" not in shown


def test_what_is_not_decided_in_time_is_not_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver without an answer leaves the proof undecided, as an error that stops the build."""
    monkeypatch.setattr(z3.Solver, "check", lambda *_: z3.unknown)
    document = sound(tmp_path)
    certificate = prove_scan(document, compile_scan(document))
    assert certificate.result == "undecided"
    assert has_errors(certificate.diagnostics)


def test_levels_with_a_hole_do_not_pass_the_solver(tmp_path: Path) -> None:
    """The solver judges the levels by itself: what slipped through the reading would be seen here."""
    document = sound(tmp_path)
    holed = replace(document, levels=(Level("begin", "Begin", Fraction(0), Fraction(1), closed=False),))
    with pytest.raises(DisagreementError):
        prove_scan(holed, compile_scan(document))


def shifted(score: Score) -> Score:
    """Return a score whose interval is a little too narrow."""
    if score.low is None or score.high is None or score.low == score.high:
        return score
    return score._replace(low=score.low + Fraction(1, 100))


def too_narrow(scan: Scan, answers: Answers, weights: Weights | None = None) -> Scores:
    """Reckon criteria with intervals that are too narrow."""
    found = SCORES(scan, answers, weights)
    return found._replace(criteria={ident: shifted(score) for ident, score in found.criteria.items()})


def zero_for_unknown(scan: Scan, answers: Answers, weights: Weights | None = None) -> Scores:
    """Reckon what is unknown as nothing."""
    known = {
        line.id: "nee" if answers.get(line.id, "onbekend") == "onbekend" else answers[line.id] for line in scan.lines
    }
    return SCORES(scan, known, weights)


def without_weights(scan: Scan, answers: Answers, _weights: Weights | None = None) -> Scores:
    """Reckon as if nobody set a weight."""
    return SCORES(scan, answers)


def last_line_forgotten(scan: Scan, answers: Answers, weights: Weights | None = None) -> Scores:
    """Reckon without the last line."""
    return SCORES(scan, {**answers, scan.lines[-1].id: LEFT_OUT}, weights)


@pytest.mark.parametrize("engine", [too_narrow, zero_for_unknown, without_weights, last_line_forgotten])
def test_an_engine_that_errs_is_found(engine: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Intervals too narrow, unknown as zero, weights ignored, a line forgotten: none of them is proven."""
    monkeypatch.setattr(proof, "scores_of", engine)
    document = sound(tmp_path)
    with pytest.raises(DisagreementError):
        prove_scan(document, compile_scan(document))


def test_the_oracle_reckons_by_the_rule(tmp_path: Path) -> None:
    """Criterion: mean of what applies; whole: weighted mean of the criteria; nothing that applies: no score."""
    document = sound(tmp_path)
    found = means(document, {"c1": "ja", "c2a": "nee", "c2b": LEFT_OUT}, {"c2": 3})
    assert [found[name] for name in ("criteria/c1", "criteria/c2", WHOLE)] == [1, 0, Fraction(1, 4)]
    assert means(document, dict.fromkeys(("c1", "c2a", "c2b"), LEFT_OUT), {})[WHOLE] is None
    assert len(list(completions(document, {"c1": "ja"}))) == 9
