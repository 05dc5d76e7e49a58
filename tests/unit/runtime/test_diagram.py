"""What can be read off a restricted diagram. Plain functions: the browser runs them too."""

from aids.runtime.diagram import FALSE, TRUE, Allowed, Diagram, Reading, prepare, terminal

#   n0: x2 ? 1 : 0      n1: x1 ? n0 : 0      n2: x1 ? 1 : n0      n3: x0 ? n2 : n1
NODES = ((2, (FALSE, TRUE)), (1, (FALSE, 0)), (1, (0, TRUE)), (0, (1, 2)))
MAJORITY = Diagram(NODES, {"majority": 3, "last": 0, "constant": TRUE}, {}, ())


def read(diagram: Diagram, changed: Allowed, usual: Allowed | None = None) -> dict[str, Reading]:
    """Return what each root says under a restriction."""
    reduced = prepare(diagram, usual or {}).restricted(changed)
    return {name: reduced.reading(ref) for name, ref in diagram.roots.items()}


def test_unrestricted_root_depends_on_every_variable() -> None:
    """Majority of three depends on all three."""
    reading = read(MAJORITY, {})["majority"]
    assert (reading.terminals(), reading.support) == ([0, 1], 0b111)
    assert not reading.is_settled()


def test_restricted_root_is_reduced() -> None:
    """With one true, majority is "one of the other two"; equal nodes become one; constants stay constants."""
    readings = read(MAJORITY, {0: (1,), 1: (0,)})
    assert readings["majority"] == readings["last"]
    assert readings["majority"].support == 0b100
    assert readings["constant"].is_settled()
    assert readings["constant"].terminals() == [1]


def test_restriction_finds_what_was_known_before() -> None:
    """What a restriction makes equal to a node of before goes to the same place; nothing of before changes."""
    prepared = prepare(MAJORITY, {})
    places = list(prepared.reduced.places)
    reduced = prepared.restricted({0: (0,), 1: (1,)})
    assert reduced.places[3] == reduced.places[0] == places[0]
    assert prepared.reduced.places == places


def test_usual_values_hold_until_they_are_changed() -> None:
    """A variable that usually takes one value takes what a restriction says instead."""
    assert read(MAJORITY, {}, {0: (1,)})["majority"].support == 0b110
    assert read(MAJORITY, {0: (0, 1)}, {0: (1,)})["majority"].support == 0b111
    assert read(MAJORITY, {0: (0,), 1: (0,)}, {0: (1,)})["majority"].terminals() == [0]


def test_nodes_that_become_equal_are_one() -> None:
    """Two nodes that the restriction makes equal no longer count as a dependence on what told them apart."""
    nodes = ((2, (FALSE, TRUE, FALSE)), (2, (FALSE, TRUE, TRUE)), (0, (0, 1)))
    told_apart = Diagram(nodes, {"root": 2}, {}, ())
    assert read(told_apart, {})["root"].support == 0b101
    assert read(told_apart, {2: (0, 1)})["root"].support == 0b100


def test_terminals_may_be_more_than_true_and_false() -> None:
    """A root may have any number of terminals; each that can be reached is listed."""
    diagram = Diagram(((0, (terminal(0), terminal(5), terminal(2))),), {"d": 0}, {}, ())
    assert read(diagram, {})["d"].terminals() == [0, 2, 5]
    assert read(diagram, {0: (1, 2)})["d"].terminals() == [2, 5]
