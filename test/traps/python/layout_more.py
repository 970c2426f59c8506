#@ same: explained(list[str], list[str])
#@ same: unformatted(list[str], list[str])
#@ same: in_text(list[str], list[str])
#@ same: tabbed(list[str], list[str])
#@ same: letters(list[str], list[str])
#@ same: in_else(list[str], list[str])
#@ same: in_try(list[str], list[str])
"""What the fix must not break is the text around it."""
from __future__ import annotations

import sys


# trap: a comment before the loop belongs to the loop
def explained(names: list[str], known: list[str]) -> list[str]:
    out = []
    # Only those that we know.
    for name in names:  # type: str
        if name in known:  # noqa: PLR6201  #! nested-loop-lookup 💡suggestion
            out.append(name)
    return out


# fmt: off holds for what stands between.
def unformatted(names: list[str], known: list[str]) -> list[str]:
    # fmt: off
    out = [ name  for name in names  if name in known ]  #! nested-loop-lookup 💡suggestion
    # fmt: on
    return out


# trap: a text over several lines holds the search
def in_text(names: list[str], known: list[str]) -> str:
    return f"""
    {", ".join(name for name in names if name in known)}  #! nested-loop-lookup 💡suggestion
    """


# trap: tabs indent
def tabbed(names: list[str], known: list[str]) -> list[str]:
	out = []
	for name in names:
		if name in known:  #! nested-loop-lookup 💡suggestion
			out.append(name)
	return out


# trap: the decorator is what stands first
class Names:
    @staticmethod
    def known(names: list[str], known: list[str]) -> list[str]:
        return [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion

    @property
    def all(self) -> list[str]: return [name for name in sys.argv if name in self.given]

    given: list[str] = []


# trap: names of other letters than ASCII
def letters(größen: list[str], bekannt: list[str]) -> list[str]:
    return [größe for größe in größen if größe in bekannt]  #! nested-loop-lookup 💡suggestion


# trap: else of a for, and a loop in it
def in_else(names: list[str], known: list[str]) -> list[str]:
    for name in names:
        if name == '': break
    else:
        for name in names:
            if name in known: return [name]  #! nested-loop-lookup 💡suggestion
    return []


# trap: a try on one line
def in_try(names: list[str], known: list[str]) -> list[str]:
    try: return [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion
    except TypeError: return []
