from dataclasses import dataclass
from typing import Iterator


@dataclass
class User:
    id: str
    name: str
    roles: list[str]
    friends: "list[User]"


def texts(names: list[str], text: str, quoted: str) -> list[str]:
    return [name for name in names if name in text or name in quoted.lower() or name in f"{text}!"] #= texts are searched for a part


def part_of_text(names: list[str], text: str) -> list[str]:
    return [name for name in names if name in text[1:]] #= a text, and a part of it


def raw(names: list[bytes], data: bytes) -> list[bytes]:
    return [name for name in names if name in data] #= bytes are searched for a part


def sets(names: list[str], known: set[str], frozen: frozenset[str]) -> list[str]:
    return [name for name in names if name in known and name in frozen] #= sets


def built_set(names: list[str], banned: list[str]) -> list[str]:
    known = set(banned) | {"root"}
    return [name for name in names if name in known] #= a set that is built once


def dicts(names: list[str], ages: dict[str, int]) -> list[str]:
    return [name for name in names if name in ages and name in ages.keys() and (name, 1) in ages.items()] #= a dict and its views


def numbers(ages: list[int], most: int) -> list[int]:
    return [age for age in ages if age in range(most)] #= a range calculates


def unknown(names: list[str], known) -> list[str]:
    return [name for name in names if name in known] #= nobody says what it is


def stream(names: list[str], known: Iterator[str]) -> list[str]:
    return [name for name in names if name in known] #= an iterator is used up, and no list


def generated(names: list[str], banned: list[str]) -> list[str]:
    known = (name.lower() for name in banned)
    return [name for name in names if name in known] #= a generator is used up by the first question


def staff(users: list[User]) -> list[User]:
    return [user for user in users if "staff" in user.roles] #= each user's own roles


def befriended(users: list[User]) -> list[User]:
    #= each user's own friends
    return [user for user in users if any(friend.name == user.name for friend in user.friends)]


def own_words(users: list[User]) -> list[User]:
    found = []
    for user in users:
        words = user.name.split()
        if "van" in words: #= made anew for each user
            found.append(user)
    return found


def rebuilt(users: list[User], names: list[str]) -> list[User]:
    found = []
    for user in users:
        others = [name for name in names if name != user.name]
        if user.id in others: #? miss: a list as long as all names is built and searched for each user
            found.append(user)
    return found


def same_question(users: list[User], features: list[str]) -> list[User]:
    return [user for user in users if "beta" in features] #= the same question each time: it can move out of the loop


def first(users: list[User], banned: list[str]) -> bool:
    for user in users:
        if user.id:
            return user.id in banned #= the loop ends with it
    return False


def first_found(users: list[User], banned: list[str]) -> int:
    for user in users:
        if user.name == "root":
            at = banned.index(user.id) #= the loop ends with it
            break
    else:
        at = -1
    return at


def handled(users: list[User], known: list[str]) -> list[str]:
    found = []
    for user in users:
        known = known + [user.id]
        if user.name in known: #= another list each time
            found.append(user.name)
    return found


def growing(names: list[str], banned: list[str]) -> list[str]:
    for name in names:
        if name not in banned: #! list-as-set
            banned.append(name)
    return banned


def sorted_in(values: list[float], limits: list[float]) -> list[bool]:
    return [any(value < limit for limit in limits) for value in values] #= not an equality


def prefixed(names: list[str], prefixes: list[str]) -> list[bool]:
    return [any(name.startswith(each) for each in prefixes) for name in names] #= no index knows prefixes


def close(values: list[float], others: list[float]) -> list[bool]:
    return [any(abs(value - other) < 0.1 for other in others) for value in values] #= a distance
#- tests/test_users.py
def test_known() -> None:
    names = [str(at) for at in range(100)]
    known = open("known.txt").readlines()
    assert [name for name in names if name in known] == [] #= a test
#- scripts/load.py
def loaded(names: list[str], known: list[str]) -> list[str]:
    return [name for name in names if name in known] #= a script runs on a developer's machine
#- app/migrations/0001_initial.py
def forwards(names: list[str], known: list[str]) -> list[str]:
    return [name for name in names if name in known] #= a migration runs once
#- setup.py
def packages(names: list[str], known: list[str]) -> list[str]:
    return [name for name in names if name in known] #? false: it runs on a developer's machine
