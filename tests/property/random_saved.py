"""Owns random saved documents in normal form, for every kind of tree: what a page may have to write and read back."""

import random
from typing import Any

LINES = [f"c{number}" for number in range(1, 11)] + ["c3a", "c3b", "c8e"]
STEPS = ["nog-niet", "in-ontwikkeling", "grotendeels", "volledig", "onbekend"]
AWKWARD = [
    "", " ", "a\nb", "</script><script>alert(1)</script>", "<!-- ", "]]>", "&lt;&amp;", '"\\"', "=1+1", "@SUM(A1)",
    "\\u003c", "{[", "é", "e\u0301", "漢字", "👩‍👧", "‘’“”…–", "null", "0", "x" * 2_000, "\n\n", "a  b", "',",
]  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz àéïöû<>&\"'\\/{}[]=+-@;:,.!?0123456789€漢👧\n"


def text(dice: random.Random, longest: int = 2_000, *, lines: bool = True) -> str:
    """Return a text without characters that nobody sees."""
    made = dice.choice(AWKWARD) if dice.random() < 0.4 else "".join(dice.choices(LETTERS, k=dice.randrange(60)))
    return (made if lines else made.replace("\n", " "))[:longest]


def day(dice: random.Random) -> str:
    """Return a day within bounds, or none."""
    some = f"{dice.randint(2000, 2100)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return dice.choice(["", "2000-01-01", "2100-12-31", some])


def moment(dice: random.Random) -> str:
    """Return a moment to the minute."""
    return f"{day(dice) or '2026-11-22'}T{dice.randint(0, 23):02}:{dice.randint(0, 59):02}"


def line_answer(dice: random.Random) -> Any:  # noqa: ANN401  JSON data
    """Return the answer of a line."""
    return dice.choice([*STEPS, "nvt", {"state": "nvt", "reason": text(dice)}])


def some(dice: random.Random, names: list[str]) -> list[str]:
    """Return some of `names`, in any order."""
    return dice.sample(names, dice.randrange(len(names) + 1))


def respondent(dice: random.Random) -> dict[str, Any]:
    """Return a document of one respondent of a scan."""
    note = {"evidence": text, "note": text, "action": text, "owner": lambda d: text(d, 120, lines=False), "date": day}
    return {
        **head(dice, "scan"),
        "by": {
            "id": f"{dice.getrandbits(128):032x}",
            "role": dice.choice(["", "gemeente", "wijkteam"]),
            "organisation": text(dice, 120, lines=False),
            "recognisable": dice.random() < 0.5,
        },
        "answers": {line: line_answer(dice) for line in some(dice, LINES)},
        "notes": {line: {name: note[name](dice) for name in some(dice, list(note))} for line in some(dice, LINES)},
        "words": {line: f"{dice.getrandbits(64):016x}" for line in some(dice, LINES)},
        "weights": {line: dice.randint(1, 5) for line in some(dice, LINES)},
        "joint": {line: {"answer": line_answer(dice), "reason": text(dice)} for line in some(dice, LINES)},
        "followup": {
            line: {"state": dice.choice(["gedaan", "loopt", "niet-gedaan", "vervallen"]), "note": text(dice)}
            for line in some(dice, LINES)
        },
    }


def case(dice: random.Random) -> dict[str, Any]:
    """Return a document of a flow or a checklist."""
    duty = {"state": dice.choice(["open", "done", "later", "not_done"]), "date": day(dice), "reason": "onveilig"}
    answer = ["ja", "onbekend", ["wapen", "angst"], 3, 2.5, -1, "2027-03-01", text(dice), duty, None]
    return {
        **head(dice, dice.choice(["flow", "checklist"])),
        "today": day(dice),
        "answers": {line: dice.choice(answer) for line in some(dice, LINES)},
        "notes": {line: text(dice) for line in some(dice, LINES)},
        "words": {line: f"{dice.getrandbits(64):016x}" for line in some(dice, LINES)},
        "given": {
            "advice": [{"id": line, "certainty": "certain", "urgency": "nu"} for line in some(dice, LINES)],
            "decisions": {"weging": dice.choice(["nvt", {"row": "T4a", "standing": {"melden": "nu"}}])},
        },
    }


def head(dice: random.Random, kind: str) -> dict[str, Any]:
    """Return what every document begins with."""
    stamp = f"{dice.getrandbits(64):016x}"
    first = {"format": "veilig-in-de-wijk", "schema": 1, "kind": kind, "tree": "proef"}
    return {**first, "version": stamp, "rules": stamp[::-1], "saved": moment(dice)}


def document(seed: int) -> dict[str, Any]:
    """Return a document: of one respondent, of a group of them, or of a case."""
    dice = random.Random(seed)  # noqa: S311  test data
    if dice.random() < 0.3:
        return case(dice)
    saved = respondent(dice)
    if dice.random() < 0.3:
        saved["group"] = [respondent(dice) for _ in range(dice.randint(1, 5))]
    return saved
