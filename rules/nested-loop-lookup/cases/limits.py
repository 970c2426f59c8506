# Known to be wrong today. When one of these heals, the test says so.
import operator
from collections import deque
from typing import Collection, Iterable, TypeAlias

Names: TypeAlias = list[str]
Words = list[str]


def recursion(names: list[str], taken: list[str]) -> list[str]:
    if not names:
        return []
    first, *rest = names
    head = [first] if first in taken else [] #? miss: the loop is a recursion over the list
    return head + recursion(rest, taken)


def by_alias(names: list[str], taken: Names) -> list[str]:
    return [name for name in names if name in taken] #? miss: another name for a type


def by_plain_alias(names: list[str], taken: Words) -> list[str]:
    return [name for name in names if name in taken] #? miss: another name for a type


def by_protocol(names: list[str], taken: Collection[str]) -> list[str]:
    return [name for name in names if name in taken] #= a collection may be a set


def by_iterable(names: list[str], taken: Iterable[str]) -> list[str]:
    return [name for name in names if name in taken] #= an iterable may be anything


def by_default(names: list[str], taken=None) -> list[str]:
    if taken is None:
        taken = []
    return [name for name in names if name in taken] #? miss: the default says that it is a list


def by_optional(names: list[str], taken: list[str] | None = None) -> list[str]:
    taken = taken or []
    return [name for name in names if name in taken] #! nested-loop-lookup O(names × taken)


def load() -> list[str]:
    return eval(input())


def by_return_type(names: list[str]) -> list[str]:
    taken = load()
    return [name for name in names if name in taken] #! nested-loop-lookup


def by_operator(names: list[str], taken: list[str]) -> list[str]:
    return [name for name in names if operator.contains(taken, name)] #? miss: an operator that is called


def by_method(names: list[str], taken: list[str]) -> list[str]:
    return [name for name in names if taken.__contains__(name)] #! nested-loop-lookup O(names × taken)


def by_sum(names: list[str], taken: list[str], banned: list[str]) -> list[str]:
    return [name for name in names if name in taken + banned] #? miss: the sum of two lists, built for each name


def by_literal_and_rest(names: list[str], taken: list[str]) -> list[str]:
    return [name for name in names if name in [*taken, "root"]] #! nested-loop-lookup


def by_exception(names: list[str], ranking: list[str]) -> dict[str, int]:
    found = {}
    for name in names:
        try:
            found[name] = ranking.index(name) #! nested-loop-lookup O(names × ranking)
        except ValueError:
            found[name] = -1
    return found


def by_count(names: list[str], votes: list[str]) -> dict[str, int]:
    return {name: votes.count(name) for name in names} #! nested-loop-lookup O(names × votes)


def by_slice(names: list[str], ranking: list[str]) -> list[int]:
    return [ranking.index(name, 1) for name in names] #= what comes before does not count


def by_queue(names: list[str], waiting: deque[str]) -> list[str]:
    return [name for name in names if name in waiting] #! nested-loop-lookup O(names × waiting)


def by_values(names: list[str], ages: dict[str, str]) -> list[str]:
    return [name for name in names if name in ages.values()] #! nested-loop-lookup


def by_split(names: list[str], row) -> list[str]:
    return [name for name in names if name in row.split(",")] #? miss: a text that is split anew for each name


def yielded(names: list[str], taken: list[str]):
    for name in names:
        yield name, name in taken #! nested-loop-lookup O(names × taken)


async def awaited(names, taken: list[str]) -> list[str]:
    found = []
    async for name in names:
        if name in taken: #! nested-loop-lookup O(names × taken)
            found.append(name)
    return found
