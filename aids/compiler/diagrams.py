"""Owns the making of a tree's shared decision diagram from its conditions. Used by `aids.compiler.compile`.

One graph for everything: per advice and per applicability a yes-or-no root, per decision a root whose terminals are
outcome sets. Reduced and ordered, so that equal functions are one node. Runs in the build only.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from aids.runtime.conditions import Condition, atoms, is_outcome, outcome_of
from aids.runtime.diagram import FALSE, TRUE, Diagram, Ref, terminal
from aids.runtime.domains import Domain
from aids.runtime.model import Advice, Decision, Floor, Question, Row, reading_order

type Fired = tuple[str | None, tuple[tuple[str, str], ...]]
"""A row that fired (None: the decision does not apply) and the outcomes, as far as the floors have lifted them."""


class Rules(NamedTuple):
    """The part of a tree that diagrams are made from."""

    questions: tuple[Question, ...]
    advice: tuple[Advice, ...]
    decisions: tuple[Decision, ...]


class Graph:
    """A reduced ordered multi-valued decision graph over numbered variables."""

    def __init__(self) -> None:
        """Start empty."""
        self.nodes: list[tuple[int, tuple[Ref, ...]]] = []
        self._unique: dict[tuple[int, tuple[Ref, ...]], Ref] = {}
        self._chosen: dict[tuple[Ref, Ref, Ref], Ref] = {}

    def node(self, variable: int, children: tuple[Ref, ...]) -> Ref:
        """Return the node that branches on `variable`, or the child if all are one."""
        if children.count(children[0]) == len(children):
            return children[0]
        key = (variable, children)
        found = self._unique.get(key)
        if found is None:
            found = self._unique[key] = len(self.nodes)
            self.nodes.append(key)
        return found

    def choose(self, condition: Ref, then: Ref, otherwise: Ref) -> Ref:
        """Return `then` where `condition` is true and `otherwise` elsewhere; both may have any terminals."""
        if condition == TRUE or then == otherwise:
            return then
        if condition == FALSE:
            return otherwise
        key = (condition, then, otherwise)
        found = self._chosen.get(key)
        if found is None:
            top = min(self.nodes[ref][0] for ref in key if ref >= 0)
            width = next(len(self.nodes[ref][1]) for ref in key if ref >= 0 and self.nodes[ref][0] == top)
            children = tuple([self.choose(*[self._child(ref, top, value) for ref in key]) for value in range(width)])
            found = self._chosen[key] = self.node(top, children)
        return found

    def mapped(self, ref: Ref, change: Callable[[int], int]) -> Ref:
        """Return the graph of `ref` with each terminal's value changed."""
        memo: dict[Ref, Ref] = {}

        def walk(at: Ref) -> Ref:
            if at < 0:
                return terminal(change(-at - 1))
            if at not in memo:
                variable, children = self.nodes[at]
                memo[at] = self.node(variable, tuple(walk(child) for child in children))
            return memo[at]

        return walk(ref)

    def _child(self, ref: Ref, variable: int, value: int) -> Ref:
        if ref >= 0 and self.nodes[ref][0] == variable:
            return self.nodes[ref][1][value]
        return ref


class Builder:
    """Makes the roots of one tree in one order of its questions."""

    def __init__(self, rules: Rules, domains: Sequence[Domain]) -> None:
        """Number the variables of `domains` in the order given."""
        self.rules = rules
        self.graph = Graph()
        self.domains = tuple(domains)
        self.applies: dict[str, Ref] = {}
        self._fired: dict[str, tuple[Ref, list[Fired]]] = {}
        self._first: dict[str, tuple[Domain, int]] = {}
        count = 0
        for domain in domains:
            self._first[domain.question.id] = (domain, count)
            count += len(domain.arities())

    def build(self) -> Diagram:
        """Return the diagram with every root."""
        for item in reading_order(self.rules.questions, self.rules.decisions):
            if isinstance(item, Decision):
                self._fired[item.id] = self._firing(item)
            else:
                self.applies[item.id] = self.condition(item.when)
        given = {advice.id: self.condition(advice.when) for advice in self.rules.advice}
        roots = {f"question:{ident}": ref for ident, ref in self.applies.items()}
        outcomes = {}
        for decision in self.rules.decisions:
            roots[f"decision:{decision.id}"], outcomes[decision.id] = self._decision(decision, given)
        roots |= {f"advice:{ident}": ref for ident, ref in given.items()}
        domains = tuple((d.question.id, d.bounds, d.today) for d in self.domains)
        return _pruned(Diagram(tuple(self.graph.nodes), roots, outcomes, domains))

    def condition(self, condition: Condition) -> Ref:
        """Return the graph of `condition`; an atom also asks that its question or decision applies."""
        match condition:
            case ("const", truth):
                return TRUE if truth else FALSE
            case ("all", tuple(parts)):
                return self._folded(parts, TRUE)
            case ("any", tuple(parts)):
                return self._folded(parts, FALSE)
            case (_, str(), tuple(values)) if is_outcome(condition):
                return self._outcome(*outcome_of(condition), values)
            case (_, str(question), *_):
                return self.graph.choose(self.applies[question], self._atom(condition), FALSE)
        raise ValueError(condition)

    def _folded(self, parts: Iterable[Condition], neutral: Ref) -> Ref:
        result = neutral
        for part in reversed(tuple(parts)):
            ref = self.condition(part)
            result = self.graph.choose(ref, result, FALSE) if neutral == TRUE else self.graph.choose(ref, TRUE, result)
        return result

    def _outcome(self, decision: str, name: str, values: tuple[object, ...]) -> Ref:
        root, fired = self._fired[decision]
        truths = [row is not None and dict(outcomes)[name] in values for row, outcomes in fired]
        return self.graph.mapped(root, truths.__getitem__)

    def _atom(self, atom: Condition) -> Ref:
        kind, question, *rest = atom
        domain, first = self._first[str(question)]
        if kind == "cmp":
            return self._leaf(first, domain.satisfied(str(rest[0]), rest[1]))
        values: tuple[str, ...] = rest[0]  # type: ignore[assignment]
        if domain.question.kind == "any":
            return self._ticked(domain, first, values)
        if domain.question.kind in ("number", "date"):
            cells = len(domain.cells())
            return self._leaf(first, (False,) * cells + (True,) * domain.question.unknown)
        return self._leaf(first, (head in values for head in domain.heads()))

    def _ticked(self, domain: Domain, first: int, values: tuple[str, ...]) -> Ref:
        """Return the graph of "at least one of `values` is ticked"."""
        options = domain.options()
        children = []
        for head in domain.heads():
            if head in values:
                children.append(TRUE)
            elif head in options:
                later = FALSE
                for place in range(len(options) - 1, options.index(head), -1):
                    if options[place] in values:
                        later = self.graph.node(first + place, (later, TRUE))
                children.append(later)
            else:
                children.append(FALSE)
        return self.graph.node(first, tuple(children))

    def _leaf(self, variable: int, truths: Iterable[bool]) -> Ref:
        return self.graph.node(variable, tuple(TRUE if truth else FALSE for truth in truths))

    def _decision(self, decision: Decision, given: dict[str, Ref]) -> tuple[Ref, tuple[dict[str, str], ...]]:
        """Return a decision's root and outcome sets; add to `given` what rows and outcomes advise."""
        root, fired = self._fired[decision.id]
        spoken = [_spoken(decision, item) for item in fired]
        for ident, when in given.items():
            says = [int(ident in advice) for advice in spoken]
            given[ident] = self.graph.choose(self.graph.mapped(root, says.__getitem__), TRUE, when)
        sets = sorted({outcomes for row, outcomes in fired if row is not None}, key=_severity(decision))
        places = [0 if row is None else sets.index(outcomes) + 1 for row, outcomes in fired]
        return self.graph.mapped(root, places.__getitem__), tuple(dict(outcomes) for outcomes in sets)

    def _firing(self, decision: Decision) -> tuple[Ref, list[Fired]]:
        """Return the graph of which row fires and to what floors lift it, and what its terminals stand for."""
        fired: list[Fired] = [(None, ())]
        root = self._rows(decision, fired)
        for floor in decision.floors:
            lifted = self.graph.mapped(root, _lifter(decision, floor, fired))
            root = self.graph.choose(self.condition(floor.when), lifted, root)
        return self.graph.choose(self.condition(decision.when), root, terminal(0)), fired

    def _rows(self, decision: Decision, fired: list[Fired]) -> Ref:
        """Return the graph of which row fires first, terminals counting in `fired`, which it fills."""

        def number(row: Row) -> Ref:
            fired.append((row.row, tuple(row.outcomes.items())))
            return terminal(len(fired) - 1)

        rows = [(self.condition(row.when), number(row)) for row in decision.rows]
        root = number(decision.otherwise)
        for when, place in reversed(rows):
            root = self.graph.choose(when, place, root)
        return root


def _lifter(decision: Decision, floor: Floor, fired: list[Fired]) -> Callable[[int], int]:
    """Return the change of terminals that `floor` makes; new combinations are added to `fired`."""

    def lift(value: int) -> int:
        row, outcomes = fired[value]
        result = (row, tuple(decision.lifted(floor, dict(outcomes)).items()) if row is not None else outcomes)
        if result not in fired:
            fired.append(result)
        return fired.index(result)

    return lift


def _spoken(decision: Decision, fired: Fired) -> set[str]:
    """Return the advice that a fired row gives: that of its outcomes, and its own if no floor changed them."""
    name, outcomes = fired
    found = {ident for outcome, value in outcomes for ident in decision.advice[outcome].get(value, ())}
    rows = (row for row in (*decision.rows, decision.otherwise) if row.row == name)
    return found.union(*(row.advice for row in rows if tuple(row.outcomes.items()) == outcomes))


def _severity(decision: Decision) -> Callable[[tuple[tuple[str, str], ...]], tuple[int, ...]]:
    """Return a sort key that puts the worst outcomes first."""
    return lambda outcomes: tuple(decision.gives[name].index(value) for name, value in outcomes)


def _pruned(diagram: Diagram) -> Diagram:
    """Return the diagram without nodes that no root reaches."""
    reached = {ref for ref in diagram.roots.values() if ref >= 0}
    for index in range(len(diagram.nodes) - 1, -1, -1):
        if index in reached:
            reached.update(child for child in diagram.nodes[index][1] if child >= 0)
    places = {old: new for new, old in enumerate(sorted(reached))}
    return diagram._replace(
        nodes=tuple(
            (diagram.nodes[old][0], tuple(places.get(child, child) for child in diagram.nodes[old][1]))
            for old in sorted(reached)
        ),
        roots={name: places.get(ref, ref) for name, ref in diagram.roots.items()},
    )


def every_condition(rules: Rules) -> Iterable[Condition]:
    """Yield each condition of the rules."""
    for question in rules.questions:
        yield question.when
    for advice in rules.advice:
        yield advice.when
    for decision in rules.decisions:
        yield from decision.conditions()


def domains_of(rules: Rules) -> tuple[Domain, ...]:
    """Return the domain of each question that a condition names, in file order."""
    bounds: dict[str, set[float | str]] = {}
    today: set[str] = set()
    for condition in every_condition(rules):
        for atom in atoms(condition):
            kind, question, *rest = atom
            if is_outcome(atom):
                continue
            named = bounds.setdefault(str(question), set())
            if kind == "cmp" and rest[1] == "today":
                today.add(str(question))
            elif kind == "cmp":
                named.add(rest[1])  # type: ignore[arg-type]
    return tuple(
        Domain(question, tuple(sorted(bounds[question.id])), question.id in today)
        for question in rules.questions
        if question.id in bounds
    )


def build_diagram(rules: Rules) -> Diagram:
    """Return the diagram in file order, the order in which questions are put: the walk is laid out along it.

    The reverse order saved a sixth of the nodes on the meldcode, moving single questions about a quarter more.
    """
    return Builder(rules, domains_of(rules)).build()
