"""Owns the making of the solver's terms and the reading of its models, quickly: thousands are made for each tree.

z3's own operators check and convert every argument anew; here all arguments are known to be Boolean terms of the one
context, so that its C interface is called at once. Used by `encoding` and `solving`. Runs in the build only.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import z3

type Truth = z3.BoolRef

_CONTEXT = z3.main_ctx()
TRUE: Truth = z3.BoolVal(val=True)
FALSE: Truth = z3.BoolVal(val=False)


@cache
def variable(name: str) -> Truth:
    """Return the Boolean variable of this name."""
    return z3.Bool(name)


@cache
def contrary(name: str) -> Truth:
    """Return that the Boolean variable of this name is false."""
    return z3.Not(variable(name))


def negation(truth: Truth) -> Truth:
    """Return that `truth` does not hold."""
    if truth is TRUE or truth is FALSE:
        return FALSE if truth is TRUE else TRUE
    return z3.BoolRef(z3.Z3_mk_not(_CONTEXT.ref(), truth.as_ast()), _CONTEXT)


def conjunction(truths: Sequence[Truth]) -> Truth:
    """Return that all of `truths` hold."""
    return _joined(truths, TRUE, FALSE, z3.Z3_mk_and)


def disjunction(truths: Sequence[Truth]) -> Truth:
    """Return that at least one of `truths` holds."""
    return _joined(truths, FALSE, TRUE, z3.Z3_mk_or)


def _joined(truths: Sequence[Truth], neutral: Truth, absorbing: Truth, make: Callable[..., Any]) -> Truth:
    left = [truth for truth in truths if truth is not neutral]
    if any(truth is absorbing for truth in left):
        return absorbing
    if len(left) < 2:  # noqa: PLR2004  one term needs no joint
        return left[0] if left else neutral
    return z3.BoolRef(make(_CONTEXT.ref(), len(left), _array(left)), _CONTEXT)


def differing(one: Truth, other: Truth) -> Truth:
    """Return that exactly one of two holds."""
    return z3.BoolRef(z3.Z3_mk_xor(_CONTEXT.ref(), one.as_ast(), other.as_ast()), _CONTEXT)


def substituted(truth: Truth, old: Sequence[z3.ExprRef], new: Sequence[z3.ExprRef]) -> Truth:
    """Return `truth` with the variables `old` replaced by `new`."""
    if truth is TRUE or truth is FALSE:
        return truth
    term = z3.Z3_substitute(_CONTEXT.ref(), truth.as_ast(), len(old), _array(old), _array(new))
    return z3.BoolRef(term, _CONTEXT)


def answer_of(solver: z3.Solver, truths: Sequence[Truth]) -> bool | None:
    """Return whether the solver's constraints and `truths` can hold together; None if it does not decide."""
    code = z3.Z3_solver_check_assumptions(_CONTEXT.ref(), solver.solver, len(truths), _array(truths))
    return None if code == z3.Z3_L_UNDEF else bool(code == z3.Z3_L_TRUE)


def is_chosen(model: z3.ModelRef, chosen: Truth) -> bool:
    """Return whether a Boolean variable is true in the model; what the model leaves open is false."""
    found = z3.Z3_model_get_const_interp(_CONTEXT.ref(), model.model, _declaration(chosen))
    return bool(found) and z3.Z3_get_bool_value(_CONTEXT.ref(), found) == z3.Z3_L_TRUE


_DECLARATIONS: dict[int, Any] = {}


def _declaration(chosen: Truth) -> Any:  # noqa: ANN401  a handle of the C interface
    number = chosen.get_id()
    if number not in _DECLARATIONS:
        _DECLARATIONS[number] = (chosen, chosen.decl())
    return _DECLARATIONS[number][1].ast


def _array(terms: Sequence[z3.ExprRef]) -> Any:  # noqa: ANN401  an array of the C interface
    return (z3.Ast * len(terms))(*(term.as_ast() for term in terms))
