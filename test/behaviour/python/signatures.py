"""What a function or class asks for: the parameters with the types that their annotations state, as far as these can be evaluated."""
import builtins
import inspect
import typing
from dataclasses import dataclass

from libraries import Fake
from log import Log

UNSTATED = inspect.Parameter.empty


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    # One of the kinds of inspect.Parameter.
    kind: object
    # What the annotation says, or UNSTATED.
    type: object
    # May be left out.
    optional: bool
    # What the code does with it, where that shows.
    role: str | None


def parameters_of(subject, module, usage):
    """`module`: the namespace in which annotations are read."""
    hints = hints_of(subject, module)
    roles = roles_of(subject, usage)
    try:
        signature = inspect.signature(subject)
    except ValueError:
        return []
    return [
        Parameter(each.name, each.kind, hints.get(each.name, UNSTATED), each.default is not UNSTATED, roles.get(each.name))
        for each in signature.parameters.values()
    ]


def hints_of(subject, module):
    """Types by name; of a class those of its fields and of what makes it."""
    if not isinstance(subject, type):
        return _evaluated(subject, module)
    fields = {}
    for base in reversed(subject.__mro__):
        if base.__module__ == subject.__module__:
            fields.update(_evaluated(base, module))
    return {**fields, **_evaluated(subject.__init__, module)}


def _evaluated(subject, module):
    try:
        return typing.get_type_hints(subject, module, Missing(module))
    except Exception:
        return {}


def roles_of(subject, usage):
    function = inspect.unwrap(subject.__init__ if isinstance(subject, type) else subject)
    code = getattr(function, '__code__', None)
    return usage.roles.get((code.co_name, code.co_firstlineno), {}) if code else {}


class Missing(dict):
    """Names that are imported for a type checker only stand for something of a library."""

    def __init__(self, module):
        self._module = module

    def __missing__(self, name):
        if name in self._module or hasattr(builtins, name):
            raise KeyError(name)
        return Fake(name, Log())
