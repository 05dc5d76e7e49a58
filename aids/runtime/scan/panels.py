"""Owns the list of panels: everything of a scan that is looked at, by name.

Each is made from the scan, the work at hand and today's date, as nodes (`markup`) of the tags and attributes in
`allowed`. The bridge and the exports call them by name. Runs in browser and build.
"""

from collections.abc import Callable

from aids.runtime.markup import Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels_compare import compare
from aids.runtime.scan.panels_group import agenda, joint, together
from aids.runtime.scan.panels_letter import invitation
from aids.runtime.scan.panels_personal import personal
from aids.runtime.scan.panels_result import actions, result
from aids.runtime.scan.panels_rollup import rollup
from aids.runtime.scan.panels_save import save
from aids.runtime.scan.report import report
from aids.runtime.scan.work import Work

PANELS: dict[str, Callable[[Scan, Work, str], list[Node]]] = {
    "result": result,
    "actions": actions,
    "together": together,
    "agenda": agenda,
    "joint": joint,
    "compare": compare,
    "rollup": rollup,
    "report": report,
    "invitation": invitation,
    "personal": personal,
    "save": save,
}
"""By name: from the scan, the work and today (ISO date) to what is shown."""
