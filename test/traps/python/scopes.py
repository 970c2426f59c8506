#@ same: walrus(list[str], list[str])
from typing import ClassVar

WORDS = [line.strip() for line in open(__file__)]
OTHERS = [line.strip() for line in open(__file__)]


# trap: a comprehension in a class does not see names of the class, and new names of the class are attributes
class Report:
    words = [word for word in WORDS if word in OTHERS]  #! nested-loop-lookup 💡none

    def __init__(self) -> None:
        self.count = len(self.words)


# trap: a loop in a class leaves its names as attributes too
class Table:
    found: ClassVar[list[str]] = []
    for _word in WORDS:
        if _word in OTHERS:  #! nested-loop-lookup 💡none
            found.append(_word)


# trap: at the top of a module: `from module import *` takes every name without an underscore
COMMON = [word for word in WORDS if word in OTHERS]  #! nested-loop-lookup 💡none


# trap: `set` is a parameter here
def within(names: list[str], known: list[str], set: bool) -> list[str]:
    return [name for name in names if (name in known) == set]  #! nested-loop-lookup 💡none


# trap: `set` is a local name, from below the loop on
def split(names: list[str], known: list[str]) -> list[str]:
    old = [name for name in names if name in known]  #! nested-loop-lookup 💡none
    set = old[:1]
    return set


# trap: locals() shows every name
def context(names: list[str], known: list[str]) -> dict[str, object]:
    old = [name for name in names if name in known]  #! nested-loop-lookup 💡none
    return locals()


# trap: vars() without arguments shows every name
def template(text: str, names: list[str], known: list[str]) -> str:
    old = [name for name in names if name in known]  #! nested-loop-lookup 💡none
    count = len(old)
    return text.format(**vars())


# trap: eval reads a name that the text holds
def evaluated(names: list[str], known: list[str], script: str) -> list[str]:
    old = [name for name in names if name in known]  #! nested-loop-lookup 💡none
    return old if eval(script) else []


# The comprehension's own variable hides the list's name.
def hidden(groups: list[list[str]], known: list[str]) -> list[list[str]]:
    return [[known for known in group if known in names] for group in groups for names in [known]]


# trap: a walrus makes a name of the function
def walrus(names: list[str], known: list[str]) -> tuple[list[str], str]:
    last = ''
    old = [last for name in names if (last := name) in known]  #! nested-loop-lookup 💡suggestion
    return old, last


# The list is a global that another function replaces.
_current: list[str] = []


def current(names: list[str], on_each) -> list[str]:
    out = []
    for name in names:
        on_each(name)
        if name in _current:
            out.append(name)
    return out


# trap: nonlocal: the function inside replaces the list
def replaced(names: list[str], known: list[str]) -> list[str]:
    def drop() -> None:
        nonlocal known
        known = []

    out = []
    for name in names:
        if name in known:  #! nested-loop-lookup 💡none
            drop()
            out.append(name)
    return out


# trap: a lambda in a default of a parameter: no statement stands before it
def with_default(names: list[str], check=lambda names: [name for name in names if name in OTHERS]) -> list[str]:  #! nested-loop-lookup 💡none
    return check(names)


# trap: a decorator's argument
def marked(names):
    return lambda function: function


@marked([word for word in WORDS if word in OTHERS])  #! nested-loop-lookup 💡none
def decorated() -> int:
    return 1


# trap: the default of a parameter is made once, where the function is
def with_made_default(names: list[str] = [word for word in WORDS if word in OTHERS]) -> int:  #! nested-loop-lookup 💡none
    return len(names)
