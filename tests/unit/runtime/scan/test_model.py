"""The scan as browser and build hold it."""

import json
import random

from aids.runtime.scan.model import Scan
from tests.random_scans import random_scan
from tests.unit.runtime.scan.small_scan import SMALL


def test_a_scan_is_the_same_after_json() -> None:
    """What the build writes is what the browser reads, exact fractions included."""
    for seed in range(50):
        scan = random_scan(random.Random(seed))  # noqa: S311  the same scans each time
        assert Scan.from_json(json.loads(json.dumps(scan.to_json()))) == scan


def test_parts_are_found_by_what_they_belong_to() -> None:
    """Criteria of a chapter and lines of a criterion come in the order of the scan."""
    assert [criterion.id for criterion in SMALL.criteria_of("visie")] == ["c1", "c2"]
    assert [line.id for line in SMALL.lines_of("c3")] == ["c3a", "c3b", "c3c"]
