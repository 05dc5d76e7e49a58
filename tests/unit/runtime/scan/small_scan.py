"""A small scan made by hand: two chapters, three criteria, six lines, three roles; figures to reckon by heart."""

from fractions import Fraction

from aids.runtime.scan.model import Chapter, Criterion, Level, Line, Role, Scan, Step
from aids.runtime.scan.results import Answers, Respondent

NIET, BEGIN, GROOT, VOL = "nog-niet", "in-ontwikkeling", "grotendeels", "volledig"


def _line(ident: str, criterion: str) -> Line:
    return Line(ident, ident, criterion, f"Kort {ident}", f"Vraag {ident}?", "", f"pagina.md#{ident}", f"hash-{ident}")


SMALL = Scan(
    id="zelfscan",
    version="v2",
    rules="r2",
    title="Proefscan",
    status="denkkader",
    reviewed="2026-11-22",
    review_by="2027-05-22",
    about="Een proef.",
    scale=tuple(Step(ident, ident, "", points) for points, ident in enumerate((NIET, BEGIN, GROOT, VOL))),
    levels=(
        Level("begin", "Begin", Fraction(0), Fraction(1), closed=False),
        Level("opbouw", "Opbouw", Fraction(1), Fraction(2), closed=False),
        Level("grotendeels", "Grotendeels", Fraction(2), Fraction(3), closed=False),
        Level("volledig", "Volledig", Fraction(3), Fraction(3), closed=True),
    ),
    roles=(Role("gemeente", "Gemeente"), Role("team", "Wijkteam"), Role("vt", "Veilig Thuis")),
    chapters=(Chapter("visie", "Visie", ""), Chapter("zicht", "Zicht", "")),
    criteria=(
        Criterion("c1", "1", "visie", "Een", ""),
        Criterion("c2", "2", "visie", "Twee", ""),
        Criterion("c3", "3", "zicht", "Drie", ""),
    ),
    lines=(
        _line("c1", "c1"),
        _line("c2a", "c2"),
        _line("c2b", "c2"),
        _line("c3a", "c3"),
        _line("c3b", "c3"),
        _line("c3c", "c3"),
    ),
)


def respondent(role: str, answers: Answers, *, recognisable: bool = False, number: int = 0) -> Respondent:
    """Return one respondent with these answers."""
    ident = f"{role}-{number}"
    return Respondent(ident, f"{ident}.json", role, "", recognisable, "2026-11-22T10:00", answers, {}, {})


def crowd(**answers_by_role: list[str]) -> list[Respondent]:
    """Return a respondent for each answer to line c1, by role."""
    return [
        respondent(role, {"c1": answer}, number=number)
        for role, answers in answers_by_role.items()
        for number, answer in enumerate(answers)
    ]
