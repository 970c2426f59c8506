from functools import reduce

from names import added


def ids(users: list[str]) -> list[str]:
    found = []
    for user in users:
        found = found + [user.lower()]  #! quadratic-accumulation hint O(users²)
    return found


def all_tags(posts: list[list[str]]) -> list[str]:
    found: list[str] = []
    for tags in posts:
        found = [*found, *tags]  #! quadratic-accumulation hint O(posts²)
    return found


def joined(posts: list[list[str]]) -> list[str]:
    found: list[str] = []
    for tags in posts:
        found = found + tags  #! quadratic-accumulation
    return found


def flat(posts: list[list[str]]) -> list[str]:
    return sum(posts, [])  #! quadratic-accumulation hint O(posts²)


def flat_too(posts: list[list[str]]) -> list[str]:
    return sum((tags[1:] for tags in posts), start=[])  #! quadratic-accumulation


def reduced(posts: list[list[str]]) -> list[str]:
    return reduce(lambda found, tags: found + [tags[0]], posts, [])  #! quadratic-accumulation


def by_name(users: list[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for user in users:
        known = {**known, user: len(user)}  #! quadratic-accumulation O(users²)
    return known


def merged(parts: list[dict[str, int]]) -> dict[str, int]:
    known: dict[str, int] = {}
    for part in parts:
        known = known | part  #! quadratic-accumulation
    return known


def seen(users: list[str]) -> set[str]:
    names: set[str] = set()
    for user in users:
        names = names | {user}  #! quadratic-accumulation
    return names


def as_tuple(path: str) -> tuple[str, ...]:
    found = ()
    for line in open(path):
        found += (line.strip(),)  #! quadratic-accumulation warning
    return found


def numbered(path: str) -> list[str]:
    lines: list[str] = []
    for line in open(path):
        lines = lines + [line.strip()]  #! quadratic-accumulation warning
    return lines


def helped(users: list[str]) -> list[str]:
    found: list[str] = []
    for user in users:
        found = added(found, user)  #! quadratic-accumulation O(users²)
    return found


#- names.py
def added(names: list[str], name: str) -> list[str]:
    #= a helper that runs once copies once
    return names + [name]


def of_any_length(parts: list[list[str]]) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for part in parts:
        found += (part[0],)  #! quadratic-accumulation hint O(parts²)
    return found
