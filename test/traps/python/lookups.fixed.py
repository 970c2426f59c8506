from collections import Counter
from dataclasses import dataclass


@dataclass
class User:
    id: str
    name: str


# trap: the list may be None where no name is asked about
def known_ones(names: list[str], known: list[str] | None) -> list[str]:
    known_set = set(known or ())
    return [name for name in names if known is not None and name in known_set]


# trap: `not known or …` guards the list that may be None
def unknown_ones(names: list[str], known: list[str] | None) -> list[str]:
    out = []
    known_set = set(known or ())
    for name in names:
        if not known or name not in known_set:
            out.append(name)
    return out


# trap: the first match ends the search: what comes after it may have no such key
def first_named(keys: list[str], rows: list[dict[str, str]]) -> list[dict[str, str]]:
    rows_by_id = {}
    for row in rows:
        rows_by_id.setdefault(row['id'], []).append(row)
    return [next(row for row in rows_by_id.get(key, ()) if row['id'] == key) for key in keys]


# trap: a condition before the comparison guards objects that may be None
def owners(keys: list[str], users: list[User | None]) -> list[User | None]:
    return [next((user for user in users if user is not None and user.id == key), None) for key in keys]


# trap: next() without a default raises StopIteration; in a generator that is a RuntimeError
def each_owner(keys: list[str], users: list[User]):
    users_by_id = {}
    for user in users:
        users_by_id.setdefault(user.id, []).append(user)
    for key in keys:
        yield next(user for user in users_by_id.get(key, ()) if user.id == key)


# trap: index() raises ValueError, which the caller catches
def places(names: list[str], ranking: list[str]) -> list[int]:
    try:
        return [ranking.index(name) for name in names]
    except ValueError:
        return []


# trap: index() finds the first of equal ones
def first_places(names: list[str], ranking: list[str]) -> list[int]:
    ranking_positions = {value: position for position, value in reversed(list(enumerate(ranking)))}
    ranking_set = set(ranking)
    return [ranking_positions[name] for name in names if name in ranking_set]


# trap: count() counts equal ones, and 0 where there is none
def repeated(names: list[str], votes: list[str]) -> dict[str, int]:
    votes_counts = Counter(votes)
    return {name: votes_counts[name] for name in names}


# trap: count() of what has no hash
def repeated_rows(rows: list[list[int]], votes: list[list[int]]) -> list[int]:
    return [votes.count(row) for row in rows]


# trap: the last of equal ones wins in this join
def latest(keys: list[str], users: list[User]) -> dict[str, User]:
    found = {}
    users_by_id = {}
    for user in users:
        users_by_id.setdefault(user.id, []).append(user)
    for key in keys:
        for user in users_by_id.get(key, ()):
            if user.id == key:
                found[key] = user
    return found


# trap: all equal ones count in this join
def joined(keys: list[str], users: list[User]) -> list[str]:
    out = []
    users_by_id = {}
    for user in users:
        users_by_id.setdefault(user.id, []).append(user)
    for key in keys:
        for user in users_by_id.get(key, ()):
            if user.id == key:
                out.append(user.name)
    return out


# trap: the first equal one, and `else` for none
def joined_else(keys: list[str], users: list[User]) -> list[str]:
    out = []
    users_by_id = {}
    for user in users:
        users_by_id.setdefault(user.id, []).append(user)
    for key in keys:
        for user in users_by_id.get(key, ()):
            if user.id == key:
                out.append(user.name)
                break
        else:
            out.append('nobody')
    return out


# trap: the variable of the inner loop is read after it
def last_looked_at(keys: list[str], users: list[User]) -> list[str]:
    out = []
    for key in keys:
        for user in users:
            if user.id == key:
                break
        out.append(user.name)
    return out


# trap: enumerate() gives the place as well
def numbered(keys: list[str], users: list[User]) -> list[tuple[int, str]]:
    out = []
    for key in keys:
        for at, user in enumerate(users):
            if user.id == key:
                out.append((at, user.name))
                break
    return out


# trap: any() stops at the first match, and a later element raises
def ordered(names: list[str], rows: list[dict[str, str]]) -> list[str]:
    rows_name_set = {row['name'] for row in rows}
    return [name for name in names if name in rows_name_set]


# trap: the comparison is the other way round for a class that has an opinion
class Pattern:
    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and other.startswith(self.text)

    def __hash__(self) -> int:
        return hash(self.text)


def matched(names: list[str], patterns: list[Pattern]) -> list[str]:
    patterns_set = set(patterns)
    return [name for name in names if name in patterns_set]
