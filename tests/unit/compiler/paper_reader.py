"""Owns a reader who has nothing but the static page: applies its words, knows no tree and no engine.

Reads `Alleen als`, the rows, the lines under the table and `Geldt als` as printed. Used by test_render_paper.py.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.golden.html_tree import of_class, one, text_of

ATOM = re.compile(r"(?:vraag|plicht) (?P<number>\d+) (?P<rest>.+)")
LABEL = re.compile(r"‘([^’]*)’")
OUTCOME = re.compile(r"‘[^’]*’ is ‘")
UNKNOWN = "weet ik nog niet"


@dataclass(frozen=True)
class Written:
    """What the reader has put on the sheet: labels ticked by question number, dates against today, and the duties."""

    labels: Mapping[int, frozenset[str]]
    later_than_today: frozenset[int]
    not_later: frozenset[int]


type Weighed = tuple[str, dict[str, str], bool]
"""A row, the outcomes in words, and whether a line under the table changed them."""


class Paper:
    """The page, and one filled-in sheet."""

    def __init__(self, page: Element, written: Written) -> None:
        self.page = page
        self.written = written

    def advice(self) -> set[str]:
        """Return the advice whose "Geldt als" is true."""
        weighed = {decision.get("data-aid-decision", ""): self._weigh(decision) for decision in self._decisions()}
        titles = {text_of(one(item, "class", "aid-decision-title")): item for item in self._decisions()}
        found = set()
        for article in self.page.iter("article"):
            [line] = of_class(article, "aid-holds")
            items = self._top_items(line)
            whole = bool(items) and "allemaal" in text_of(line).split(":")[0]
            parts: list[tuple[str, Element | None]] = [(text_of(item), item) for item in items]
            parts = parts or [(_after(text_of(line), "Geldt als"), None)]
            pieces = [self._piece(words, item, titles, weighed) for words, item in parts]
            if all(pieces) if whole else any(pieces):
                found.add(article.get("data-advice", ""))
        return found

    def outcomes(self) -> dict[str, tuple[str, ...]]:
        """Return each decision's outcomes in words, after the lines under the table; nothing where it does not hold."""
        return {
            decision.get("data-aid-decision", ""): tuple(weighed[1].values())
            for decision in self._decisions()
            if (weighed := self._weigh(decision))
        }

    def applies(self, question: Element) -> bool:
        """Return whether the line "Alleen als" of a question is true, or absent."""
        lines = of_class(question, "aid-when")
        return not lines or self._line(lines[0], "Alleen als")

    def _decisions(self) -> list[Element]:
        return [node for node in self.page.iter() if "data-aid-decision" in node.attrib]

    def _weigh(self, decision: Element) -> Weighed | None:
        """Return what a decision comes to, or None where it does not hold."""
        fold = next(node for node in decision if node.tag == "details")
        own = [node for node in fold if "aid-when" in node.get("class", "")]
        if own and not self._line(own[0], "Alleen als"):
            return None
        row = next(node for node in of_class(decision, "aid-row") if self._cell(node))
        outcomes = {}
        for cell in of_class(row, "aid-cell-outcome"):
            label, _, value = text_of(cell).partition(": ")
            outcomes[label] = value
        before = dict(outcomes)
        for floor in of_class(decision, "aid-floor"):
            [line] = of_class(floor, "aid-floor-when")
            letter = text_of(line)[len("Regel ")]
            if self._line(line, f"Regel {letter}. Als"):
                self._lift(decision, text_of(of_class(floor, "aid-floor-effect")[0]), outcomes)
        return text_of(of_class(row, "aid-cell-row")[0]), outcomes, outcomes != before

    def _lift(self, decision: Element, effect: str, outcomes: dict[str, str]) -> None:
        for clause in outside_quotes("; ", effect.removeprefix("Dan: ").removesuffix(".")):
            name, _, rest = clause.partition(" wordt ")
            labels = LABEL.findall(rest)
            if rest.startswith("minstens"):
                ladder = self._ladder(decision, name)
                outcomes[name] = ladder[min(ladder.index(labels[0]), ladder.index(outcomes[name]))]
            elif outcomes[name] in labels[1:]:
                outcomes[name] = labels[0]

    def _ladder(self, decision: Element, name: str) -> list[str]:
        return [text_of(node) for node in of_class(one(decision, "data-aid-label", name), "aid-value")]

    def _cell(self, row: Element) -> bool:
        [cell] = of_class(row, "aid-cell-when")
        if text_of(cell) == "Geen van de rijen hierboven klopt":
            return True
        return self._condition(of_class(cell, "aid-condition")[0])

    def _line(self, line: Element, lead: str) -> bool:
        return self._condition(line, lead)

    def _condition(self, node: Element, lead: str = "") -> bool:
        """Return whether a line or a (nested) list of lines is true."""
        words = _after(text_of(node), lead) if lead else text_of(node)
        items = self._top_items(node)
        if not items:
            return self._sentence(words)
        truths = [self._condition(item) for item in items]
        return all(truths) if words.lower().startswith("dit allemaal") else any(truths)

    def _sentence(self, words: str) -> bool:
        choices = outside_quotes("; of ", words)
        if len(choices) > 1:
            return any(self._atom(part) for part in choices)
        return all(self._atom(part) for part in outside_quotes(", én ", words))

    def _atom(self, words: str) -> bool:
        match = ATOM.fullmatch(words)
        assert match, words
        number = int(match["number"])
        _, _, answers = match["rest"].partition(": ")
        if answers in {"later dan vandaag", "vandaag of eerder"}:
            return number in (self.written.later_than_today if answers.startswith("later") else self.written.not_later)
        ticked = self.written.labels.get(number, frozenset())
        named = self._named(answers)
        if answers.startswith("een of meer aangekruist"):
            return bool(
                {label for label in ticked if label != UNKNOWN and not label.startswith("geen van deze")}
            ) or bool(ticked & named)
        return bool(ticked & named)

    def _named(self, answers: str) -> set[str]:
        words = answers.removeprefix("minstens één van: ")
        quoted = {label[:1].lower() + label[1:] for label in LABEL.findall(words)}
        plain = re.split(r", | of ", LABEL.sub("", words))
        return quoted | {label.strip() for label in plain if label.strip()}

    def _top_items(self, node: Element) -> list[Element]:
        lists = [child for child in node if child.tag == "ul"]
        return [item for item in lists[0] if item.tag == "li"] if lists else []

    def _piece(
        self,
        words: str,
        item: Element | None,
        titles: Mapping[str, Element],
        weighed: Mapping[str, Weighed | None],
    ) -> bool:
        """Return whether one part of "Geldt als" is true: a condition, a row of a table, or a line under it."""
        parts = outside_quotes("; of ", words)
        if not any("komt uit op rij" in part or OUTCOME.match(part) for part in parts):
            return self._condition(item) if item is not None else self._sentence(words)
        return any(self._given(part, titles, weighed) for part in parts)

    def _given(
        self,
        words: str,
        titles: Mapping[str, Element],
        weighed: Mapping[str, Weighed | None],
    ) -> bool:
        if ATOM.fullmatch(words):
            return self._atom(words)
        if OUTCOME.match(words):
            name, *values = LABEL.findall(words)
            return any(result is not None and result[1].get(name) in values for result in weighed.values())
        title = LABEL.findall(words)[0]
        result = weighed[titles[title].get("data-aid-decision", "")]
        if result is None:
            return False
        row, _, changed = result
        rows = re.split(r", | of ", words.split("komt uit op rij ")[1].partition(", en geen regel")[0])
        return row in rows and not changed


def outside_quotes(joint: str, words: str) -> list[str]:
    """Split at each joint that is not inside a quoted label."""
    return re.split(rf"{re.escape(joint)}(?![^‘]*’)", words)


def _after(text: str, lead: str) -> str:
    assert text.startswith(lead), (lead, text)
    return text[len(lead) :].strip()
