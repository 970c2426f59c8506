"""What the fix must not break is the text around it."""
from __future__ import annotations


# trap: the docstring stays first
def documented(names: list[str], known: list[str]) -> list[str]:
    """Those that are known."""
    known_set = set(known)
    return [name for name in names if name in known_set]


# trap: the body on the line of the def
def one_line(names: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    return [name for name in names if name in known_set]


# trap: the body of the if on its line
def one_line_if(names: list[str], known: list[str]) -> list[str]:
    if known:
        known_set = set(known)
        return [name for name in names if name in known_set]
    return []


# trap: the body of the else on its line
def one_line_else(names: list[str], known: list[str] | None) -> list[str]:
    if known is None: return []
    else:
        known_set = set(known)
        return [name for name in names if name in known_set]


# trap: the loop's body on its line
def one_line_for(names: list[str], known: list[str]) -> list[bool]:
    out = []
    known_set = set(known)
    for name in names: out.append(name in known_set)
    return out


# trap: two statements on a line, the first makes the list
def two_on_a_line(names: list[str], text: str) -> list[str]:
    known = text.split(); old = [name for name in names if name in known]
    return old


# trap: a backslash goes on
def continued(names: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    old = \
        [name for name in names
         if name in known_set]
    return old


# trap: the brackets are open over lines, with comments in them
def commented(names: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    return [
        name
        # every name
        for name in names
        if name in known_set  # and known
    ]
