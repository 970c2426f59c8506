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
    head = [first] if first in taken else []
    return head + recursion(rest, taken)


def by_alias(names: list[str], taken: Names) -> list[str]:
    return [name for name in names if name in taken]


def by_plain_alias(names: list[str], taken: Words) -> list[str]:
    return [name for name in names if name in taken]


def by_protocol(names: list[str], taken: Collection[str]) -> list[str]:
    return [name for name in names if name in taken]


def by_iterable(names: list[str], taken: Iterable[str]) -> list[str]:
    return [name for name in names if name in taken]


def by_default(names: list[str], taken=None) -> list[str]:
    if taken is None:
        taken = []
    return [name for name in names if name in taken]


def by_optional(names: list[str], taken: list[str] | None = None) -> list[str]:
    taken = taken or []
    taken_set = set(taken)
    return [name for name in names if name in taken_set]


def load() -> list[str]:
    return eval(input())


def by_return_type(names: list[str]) -> list[str]:
    taken = load()
    taken_set = set(taken)
    return [name for name in names if name in taken_set]


def by_operator(names: list[str], taken: list[str]) -> list[str]:
    return [name for name in names if operator.contains(taken, name)]


def by_method(names: list[str], taken: list[str]) -> list[str]:
    return [name for name in names if taken.__contains__(name)]


def by_sum(names: list[str], taken: list[str], banned: list[str]) -> list[str]:
    return [name for name in names if name in taken + banned]


def by_literal_and_rest(names: list[str], taken: list[str]) -> list[str]:
    return [name for name in names if name in [*taken, "root"]]


def by_exception(names: list[str], ranking: list[str]) -> dict[str, int]:
    found = {}
    for name in names:
        try:
            found[name] = ranking.index(name)
        except ValueError:
            found[name] = -1
    return found


def by_count(names: list[str], votes: list[str]) -> dict[str, int]:
    return {name: votes.count(name) for name in names}


def by_slice(names: list[str], ranking: list[str]) -> list[int]:
    return [ranking.index(name, 1) for name in names]


def by_queue(names: list[str], waiting: deque[str]) -> list[str]:
    waiting_set = set(waiting)
    return [name for name in names if name in waiting_set]


def by_values(names: list[str], ages: dict[str, str]) -> list[str]:
    ages_set = set(ages.values())
    return [name for name in names if name in ages_set]


def by_split(names: list[str], row) -> list[str]:
    return [name for name in names if name in row.split(",")]


def yielded(names: list[str], taken: list[str]):
    taken_set = set(taken)
    for name in names:
        yield name, name in taken_set


async def awaited(names, taken: list[str]) -> list[str]:
    found = []
    taken_set = set(taken)
    async for name in names:
        if name in taken_set:
            found.append(name)
    return found
