"""What the fix must not break is the text around it."""
from __future__ import annotations

import sys


# trap: a comment before the loop belongs to the loop
def explained(names: list[str], known: list[str]) -> list[str]:
    out = []
    known_set = set(known)
    # Only those that we know.
    for name in names:  # type: str
        if name in known_set:  # noqa: PLR6201
            out.append(name)
    return out


# fmt: off holds for what stands between.
def unformatted(names: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    # fmt: off
    out = [ name  for name in names  if name in known_set ]
    # fmt: on
    return out


# trap: a text over several lines holds the search
def in_text(names: list[str], known: list[str]) -> str:
    known_set = set(known)
    return f"""
    {", ".join(name for name in names if name in known_set)}
    """


# trap: tabs indent
def tabbed(names: list[str], known: list[str]) -> list[str]:
	out = []
	known_set = set(known)
	for name in names:
		if name in known_set:
			out.append(name)
	return out


# trap: the decorator is what stands first
class Names:
    @staticmethod
    def known(names: list[str], known: list[str]) -> list[str]:
        known_set = set(known)
        return [name for name in names if name in known_set]

    @property
    def all(self) -> list[str]: return [name for name in sys.argv if name in self.given]

    given: list[str] = []


# trap: names of other letters than ASCII
def letters(größen: list[str], bekannt: list[str]) -> list[str]:
    bekannt_set = set(bekannt)
    return [größe for größe in größen if größe in bekannt_set]


# trap: else of a for, and a loop in it
def in_else(names: list[str], known: list[str]) -> list[str]:
    for name in names:
        if name == '': break
    else:
        known_set = set(known)
        for name in names:
            if name in known_set: return [name]
    return []


# trap: a try on one line
def in_try(names: list[str], known: list[str]) -> list[str]:
    try:
        known_set = set(known)
        return [name for name in names if name in known_set]
    except TypeError: return []
