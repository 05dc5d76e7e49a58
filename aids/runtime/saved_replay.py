"""Owns the laying of a saved case on the tree as it is now: what changed since, advice then against advice now.

Tells, and overwrites nothing: what was decided under an older version stays what was decided. Fed with a document that
`aids.runtime.saved` read. Runs in browser and build.
"""

from collections.abc import Iterator
from typing import Any

from aids.runtime.engine import View, consult
from aids.runtime.saved import Saved
from aids.runtime.saved_faults import Changed, quoted
from aids.runtime.saved_texts import Texts
from aids.runtime.saved_tree import given_of
from aids.runtime.tree import Tree

STAYS = "Wat toen is besloten, blijft staan."


def changes_since(tree: Tree, texts: Texts, saved: Saved, today: str) -> list[Changed]:
    """Return what is different since `saved` was saved, on this version of the tree and on this day.

    First the version, then questions and answers, then what is advised and decided now and was not then, and the other
    way round. For a document of this very version only what the passing of days changes.
    """
    view = consult(tree, saved["answers"], today)
    found: list[Changed] = []
    if saved["version"] != tree.version:
        found += [_version(tree, saved), *_questions(tree, texts, saved, view)]
    return [*found, *_advice(texts, saved, view), *_decisions(texts, saved, view)]


def _version(tree: Tree, saved: Saved) -> Changed:
    """Return that the version is another one."""
    rules = "Ook de regels zijn anders" if saved["rules"] != tree.rules else "De regels zijn hetzelfde"
    which = f"({saved['version'] or 'onbekend'}; nu {tree.version})"
    return Changed("versie", "", f"Bewaard met een andere versie van deze hulp {which}. {rules}. {STAYS}")


def _questions(tree: Tree, texts: Texts, saved: Saved, view: View) -> Iterator[Changed]:
    """Yield what is different in the questions: gone, new, worded otherwise, and answers that fit no more."""
    known = {question.id for question in tree.questions}
    for ident in [*saved["answers"], *(name for name in saved["words"] if name not in saved["answers"])]:
        if ident not in known:
            lost = "Uw antwoord telt niet meer mee." if ident in saved["answers"] else "U had haar niet beantwoord."
            yield Changed("vervallen", ident, f"De vraag ‘{ident}’ bestaat niet meer. {lost}")
    wrong = {error["question"] for error in view["errors"]}
    for question in tree.questions:
        ident, called = question.id, f"‘{texts['questions'][question.id]['ask']}’"
        words = saved["words"].get(ident)
        if words is None and saved["words"]:
            yield Changed("nieuw", ident, f"Nieuwe vraag: {called}")
        elif words is not None and words != texts["questions"][ident]["words"]:
            kept = "Kijk of uw antwoord nog klopt." if ident in saved["answers"] else "U had haar niet beantwoord."
            yield Changed("andere-woorden", ident, f"De vraag {called} is anders verwoord. {kept}")
        if ident in wrong:
            said = f"Uw antwoord op {called} is niet meer mogelijk. De vraag staat weer open."
            yield Changed("antwoord-vervallen", ident, said)
        elif ident in view["dropped"]:
            said = f"De vraag {called} geldt niet meer bij uw andere antwoorden. Uw antwoord telt niet mee."
            yield Changed("niet-meer-gevraagd", ident, said)


def _advice(texts: Texts, saved: Saved, view: View) -> Iterator[Changed]:
    """Yield what is advised now and was not then, what was advised and is not now, and what is more or less certain."""
    if "advice" not in saved["given"]:
        return
    then = {item["id"]: item for item in saved["given"]["advice"]}
    now = {item["id"]: item for item in view["advice"]}
    for ident, item in now.items():
        called = f"‘{texts['advice'][ident]['title']}’"
        before = then.get(ident)
        if before is None:
            how = "Nu wel advies, toen niet" if item["certainty"] == "certain" else "Nu mogelijk advies, toen niet"
            yield Changed("advies-erbij", ident, f"{how}: {called}.")
        elif before.get("certainty") != item["certainty"]:
            how = (
                "Toen mogelijk advies, nu zeker" if item["certainty"] == "certain" else "Toen zeker advies, nu mogelijk"
            )
            yield Changed("advies-anders", ident, f"{how}: {called}. {STAYS}")
        elif before.get("urgency") != item["urgency"]:
            moment = texts["urgencies"][item["urgency"]]
            yield Changed("advies-anders", ident, f"Het advies {called} staat nu onder ‘{moment}’.")
    for ident in then:
        if ident not in now:
            known = texts["advice"].get(ident)
            called = known["title"] if known else ident
            said = f"Toen advies, nu niet meer: ‘{quoted(called)}’. {STAYS} Overleg voordat u iets loslaat."
            yield Changed("advies-weg", ident, said)


def _decisions(texts: Texts, saved: Saved, view: View) -> Iterator[Changed]:
    """Yield the outcomes that stand otherwise now."""
    then: dict[str, Any] = saved["given"].get("decisions", {})
    now = given_of(view)["decisions"]
    for ident, before in then.items():
        if ident not in now:
            yield Changed("uitkomst", ident, f"De beslissing ‘{ident}’ is er niet meer. {STAYS}")
            continue
        known, after = texts["decisions"][ident], _standing(now[ident])
        was = _standing(before)
        for name, outcome in known["outcomes"].items():
            old, new = was.get(name, "nvt"), after.get(name, "nvt")
            if old != new:
                words = outcome["values"]
                said = f"toen ‘{words.get(old, old)}’, nu ‘{words.get(new, new)}’"
                yield Changed("uitkomst", ident, f"{known['title']}, {outcome['label']}: {said}. {STAYS}")


def _standing(found: Any) -> dict[str, str]:  # noqa: ANN401  JSON data
    return {} if isinstance(found, str) else found.get("standing", {})
