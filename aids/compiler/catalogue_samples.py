"""Owns the pieces of which the samples of the newer catalogue modules are made: sections of a small tree.

Used by the `catalogue_*` modules only. Holds no entry. Runs in the build only.
"""

YES_NO = "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n"
DUTY = "    purpose: duty\n    reasons: {onveilig: Niet veilig}\n"


def question(lines: str = YES_NO, *, ident: str = "letsel", short: str = "Letsel", when: str = "") -> str:
    """Return one question, with the lines that say what kind it is, and its condition."""
    condition = f"    when: {when}\n" if when else ""
    return (
        f"questions:\n  - id: {ident}\n    step: gevaar\n    ask: Is er letsel?\n    short: {short}\n"
        f"{condition}{lines}    sources: [norm#1]\n"
    )


def items(section: str) -> str:
    """Return the items of a section without its key, to stand below those of another."""
    return section.partition("\n")[2]


def advice(*, ident: str = "bel-112", when: str = "nu-gevaar in {ja}", title: str = "Bel 112") -> str:
    """Return one advice."""
    return (
        f"advice:\n  - id: {ident}\n    when: {when}\n    urgency: nu\n    title: {title}\n    do: [Ga in overleg.]\n"
        "    sources: [norm#1]\n"
    )


def decision(
    *, ident: str = "weging", when: str = "nu-gevaar in {ja}", rest: str = "", value: str = "nu: Nu melden"
) -> str:
    """Return one decision about reporting, with a row of this condition and further lines."""
    return (
        f"decisions:\n  - id: {ident}\n    title: De weging\n    gives:\n      melden:\n        label: Melden\n"
        f"        values: {{{value}, overleg: Eerst overleg, geen: Geen norm vastgesteld}}\n"
        "        closing: [geen]\n"
        f"    rows:\n      - row: T0\n        when: {when}\n        melden: {value.partition(':')[0].strip('⟦⟧')}\n"
        "        say: Meld nu.\n        basis: norm\n        sources: [norm#1]\n"
        f"    otherwise: {{melden: overleg, say: Overleg eerst., basis: praktijk, sources: [norm#1]}}\n{rest}"
    )


def claim(lines: str, *, ident: str = "gevaar-112", say: str = "Bij gevaar staat 112 in het advies") -> str:
    """Return one claim, with the lines that say it in rules."""
    return f"claims:\n  - id: {ident}\n    say: {say}\n{lines}    sources: [norm#1]\n"


def policy(lines: str) -> str:
    """Return one policy, with the lines that say it in rules."""
    return f"policies:\n  - id: een-route\n    say: Er is steeds één route\n{lines}    sources: [norm#1]\n"


def case(
    *,
    given: str = "{nu-gevaar: ja}",
    expect: str = "{advice: [bel-112]}",
    rest: str = "",
    ident: str = "gevaar-nu",
    why: str = "Eerder viel 112 hier weg.",
) -> str:
    """Return one regression case."""
    return (
        f"cases:\n  - id: {ident}\n    why: {why}\n    given: {given}\n{rest}    expect: {expect}\n"
        "    sources: [norm#1]\n"
    )
