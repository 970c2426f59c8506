from dataclasses import dataclass
from typing import Iterator


@dataclass
class User:
    id: str
    name: str
    roles: list[str]
    friends: "list[User]"


def texts(names: list[str], text: str, quoted: str) -> list[str]:
    return [name for name in names if name in text or name in quoted.lower() or name in f"{text}!"]


def part_of_text(names: list[str], text: str) -> list[str]:
    return [name for name in names if name in text[1:]]


def raw(names: list[bytes], data: bytes) -> list[bytes]:
    return [name for name in names if name in data]


def sets(names: list[str], known: set[str], frozen: frozenset[str]) -> list[str]:
    return [name for name in names if name in known and name in frozen]


def built_set(names: list[str], banned: list[str]) -> list[str]:
    known = set(banned) | {"root"}
    return [name for name in names if name in known]


def dicts(names: list[str], ages: dict[str, int]) -> list[str]:
    return [name for name in names if name in ages and name in ages.keys() and (name, 1) in ages.items()]


def numbers(ages: list[int], most: int) -> list[int]:
    return [age for age in ages if age in range(most)]


def unknown(names: list[str], known) -> list[str]:
    return [name for name in names if name in known]


def stream(names: list[str], known: Iterator[str]) -> list[str]:
    return [name for name in names if name in known]


def generated(names: list[str], banned: list[str]) -> list[str]:
    known = (name.lower() for name in banned)
    return [name for name in names if name in known]


def staff(users: list[User]) -> list[User]:
    return [user for user in users if "staff" in user.roles]


def befriended(users: list[User]) -> list[User]:
    return [user for user in users if any(friend.name == user.name for friend in user.friends)]


def own_words(users: list[User]) -> list[User]:
    found = []
    for user in users:
        words = user.name.split()
        if "van" in words:
            found.append(user)
    return found


def rebuilt(users: list[User], names: list[str]) -> list[User]:
    found = []
    for user in users:
        others = [name for name in names if name != user.name]
        if user.id in others:
            found.append(user)
    return found


def same_question(users: list[User], features: list[str]) -> list[User]:
    return [user for user in users if "beta" in features]


def first(users: list[User], banned: list[str]) -> bool:
    for user in users:
        if user.id:
            return user.id in banned
    return False


def first_found(users: list[User], banned: list[str]) -> int:
    for user in users:
        if user.name == "root":
            at = banned.index(user.id)
            break
    else:
        at = -1
    return at


def handled(users: list[User], known: list[str]) -> list[str]:
    found = []
    for user in users:
        known = known + [user.id]
        if user.name in known:
            found.append(user.name)
    return found


def growing(names: list[str], banned: list[str]) -> list[str]:
    for name in names:
        if name not in banned:
            banned.append(name)
    return banned


def sorted_in(values: list[float], limits: list[float]) -> list[bool]:
    return [any(value < limit for limit in limits) for value in values]


def prefixed(names: list[str], prefixes: list[str]) -> list[bool]:
    return [any(name.startswith(each) for each in prefixes) for name in names]


def close(values: list[float], others: list[float]) -> list[bool]:
    return [any(abs(value - other) < 0.1 for other in others) for value in values]

#- tests/test_users.py
def test_known() -> None:
    names = [str(at) for at in range(100)]
    known = open("known.txt").readlines()
    assert [name for name in names if name in known] == []

#- scripts/load.py
def loaded(names: list[str], known: list[str]) -> list[str]:
    return [name for name in names if name in known]

#- app/migrations/0001_initial.py
def forwards(names: list[str], known: list[str]) -> list[str]:
    return [name for name in names if name in known]

#- setup.py
def packages(names: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    return [name for name in names if name in known_set]
