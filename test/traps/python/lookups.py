#@ same: known_ones(list[str], list[str] | None)
#@ same: unknown_ones(list[str], list[str] | None)
#@ same: first_places(list[str], list[str])
#@ same: repeated(list[str], list[str])
#@ same: latest(list[str], list[User])
#@ same: joined(list[str], list[User])
#@ same: joined_else(list[str], list[User])
from dataclasses import dataclass


@dataclass
class User:
    id: str
    name: str


# trap: the list may be None where no name is asked about
def known_ones(names: list[str], known: list[str] | None) -> list[str]:
    return [name for name in names if known is not None and name in known]  #! nested-loop-lookup 💡suggestion


# trap: `not known or …` guards the list that may be None
def unknown_ones(names: list[str], known: list[str] | None) -> list[str]:
    out = []
    for name in names:
        if not known or name not in known:  #! nested-loop-lookup 💡suggestion
            out.append(name)
    return out


# trap: the first match ends the search: what comes after it may have no such key
def first_named(keys: list[str], rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [next(row for row in rows if row['id'] == key) for key in keys]  #! nested-loop-lookup 💡suggestion


# trap: a condition before the comparison guards objects that may be None
def owners(keys: list[str], users: list[User | None]) -> list[User | None]:
    return [next((user for user in users if user is not None and user.id == key), None) for key in keys]  #! nested-loop-lookup 💡none


# trap: next() without a default raises StopIteration; in a generator that is a RuntimeError
def each_owner(keys: list[str], users: list[User]):
    for key in keys:
        yield next(user for user in users if user.id == key)  #! nested-loop-lookup 💡suggestion


# trap: index() raises ValueError, which the caller catches
def places(names: list[str], ranking: list[str]) -> list[int]:
    try:
        return [ranking.index(name) for name in names]  #! nested-loop-lookup 💡none
    except ValueError:
        return []


# trap: index() finds the first of equal ones
def first_places(names: list[str], ranking: list[str]) -> list[int]:
    return [ranking.index(name) for name in names if name in ranking]  #! nested-loop-lookup 💡suggestion #! nested-loop-lookup 💡suggestion


# trap: count() counts equal ones, and 0 where there is none
def repeated(names: list[str], votes: list[str]) -> dict[str, int]:
    return {name: votes.count(name) for name in names}  #! nested-loop-lookup 💡suggestion


# trap: count() of what has no hash
def repeated_rows(rows: list[list[int]], votes: list[list[int]]) -> list[int]:
    return [votes.count(row) for row in rows]  #! nested-loop-lookup 💡none


# trap: the last of equal ones wins in this join
def latest(keys: list[str], users: list[User]) -> dict[str, User]:
    found = {}
    for key in keys:
        for user in users:  #! nested-loop-lookup 💡suggestion
            if user.id == key:
                found[key] = user
    return found


# trap: all equal ones count in this join
def joined(keys: list[str], users: list[User]) -> list[str]:
    out = []
    for key in keys:
        for user in users:  #! nested-loop-lookup 💡suggestion
            if user.id == key:
                out.append(user.name)
    return out


# trap: the first equal one, and `else` for none
def joined_else(keys: list[str], users: list[User]) -> list[str]:
    out = []
    for key in keys:
        for user in users:  #! nested-loop-lookup 💡suggestion
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
        for user in users:  #! nested-loop-lookup 💡none
            if user.id == key:
                break
        out.append(user.name)
    return out


# trap: enumerate() gives the place as well
def numbered(keys: list[str], users: list[User]) -> list[tuple[int, str]]:
    out = []
    for key in keys:
        for at, user in enumerate(users):  #! nested-loop-lookup 💡none
            if user.id == key:
                out.append((at, user.name))
                break
    return out


# trap: any() stops at the first match, and a later element raises
def ordered(names: list[str], rows: list[dict[str, str]]) -> list[str]:
    return [name for name in names if any(row['name'] == name for row in rows)]  #! nested-loop-lookup 💡suggestion


# trap: the comparison is the other way round for a class that has an opinion
class Pattern:
    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and other.startswith(self.text)

    def __hash__(self) -> int:
        return hash(self.text)


def matched(names: list[str], patterns: list[Pattern]) -> list[str]:
    return [name for name in names if name in patterns]  #! nested-loop-lookup 💡suggestion
