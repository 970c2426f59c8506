#@ same: documented(list[str], list[str])
#@ same: one_line(list[str], list[str])
#@ same: one_line_if(list[str], list[str])
#@ same: one_line_for(list[str], list[str])
#@ same: continued(list[str], list[str])
#@ same: commented(list[str], list[str])
#@ same: one_line_else(list[str], list[str] | None)
"""What the fix must not break is the text around it."""
from __future__ import annotations


# trap: the docstring stays first
def documented(names: list[str], known: list[str]) -> list[str]:
    """Those that are known."""
    return [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion


# trap: the body on the line of the def
def one_line(names: list[str], known: list[str]) -> list[str]: return [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion


# trap: the body of the if on its line
def one_line_if(names: list[str], known: list[str]) -> list[str]:
    if known: return [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion
    return []


# trap: the body of the else on its line
def one_line_else(names: list[str], known: list[str] | None) -> list[str]:
    if known is None: return []
    else: return [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion


# trap: the loop's body on its line
def one_line_for(names: list[str], known: list[str]) -> list[bool]:
    out = []
    for name in names: out.append(name in known)  #! nested-loop-lookup 💡suggestion
    return out


# trap: two statements on a line, the first makes the list
def two_on_a_line(names: list[str], text: str) -> list[str]:
    known = text.split(); old = [name for name in names if name in known]  #! nested-loop-lookup 💡none
    return old


# trap: a backslash goes on
def continued(names: list[str], known: list[str]) -> list[str]:
    old = \
        [name for name in names
         if name in known]  #! nested-loop-lookup 💡suggestion
    return old


# trap: the brackets are open over lines, with comments in them
def commented(names: list[str], known: list[str]) -> list[str]:
    return [
        name
        # every name
        for name in names
        if name in known  # and known  #! nested-loop-lookup 💡suggestion
    ]
