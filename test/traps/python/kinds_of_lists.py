from collections import deque
from collections.abc import Iterable, Iterator

import numpy as np


class Domains(list):
    def __contains__(self, name):
        return any(name == domain or name.endswith('.' + domain) for domain in self)


# `in` on a text finds parts of it, a set of it only letters.
def mentioned(names: list[str], text: str) -> list[str]:
    return [name for name in names if name in text]


# `in` on an iterator eats it: the second question starts where the first stopped.
def in_order(names: list[str], stream: Iterator[str]) -> list[str]:
    return [name for name in names if name in stream]


# map() is an iterator too.
def in_mapped(names: list[str], others: list[str]) -> list[str]:
    lowered = map(str.lower, others)
    return [name for name in names if name in lowered]


# trap: zip() as well, in a join by two loops: only the first row gets any
def zipped(names: list[str], keys: list[str], values: list[str]) -> list[tuple[str, str]]:
    pairs = zip(keys, values)
    found = []
    for name in names:
        for key, value in pairs:  #! nested-loop-lookup 💡none
            if key == name:
                found.append((name, value))
    return found


# A subclass of list answers `in` in its own way.
def blocked_hosts(hosts: list[str], domains: Domains) -> list[str]:
    return [host for host in hosts if host in domains]


# An Iterable may be a text, an iterator or a dict.
def allowed_ones(names: Iterable[str], allowed: Iterable[str]) -> list[str]:
    return [name for name in names if name in allowed]


# trap: numpy compares each element: the truth of an array is no truth
def masked(rows: list[np.ndarray], known: list[np.ndarray]) -> list[np.ndarray]:
    return [row for row in rows if row in known]  #! nested-loop-lookup 💡suggestion


# Values of a dict need not be hashable.
def used_settings(values: list[list[int]], settings: dict[str, list[int]]) -> list[list[int]]:
    return [value for value in values if value in settings.values()]


# A view of values follows its dict.
def unused(names: list[str], aliases: dict[str, str]) -> list[str]:
    left = []
    values = aliases.values()
    for name in names:
        if name not in values:
            left.append(name)
            aliases[name] = name
    return left


# trap: a deque that is full drops from the other end
def recent(names: list[str], history: deque[str]) -> list[str]:
    return [name for name in names if name in history]  #! nested-loop-lookup 💡suggestion


# A text that is a parameter of either type.
def part_of(names: list[str], known: list[str] | str) -> list[str]:
    return [name for name in names if name in known]


# A tuple of ranges.
def within(numbers: list[int], ranges: list[range]) -> list[int]:
    return [number for number in numbers if any(number in span for span in ranges)]
