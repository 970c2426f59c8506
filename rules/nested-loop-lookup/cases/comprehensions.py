#@ same: as_set(list[User], list[str])
#@ same: as_dict(list[User], list[str])
#@ same: summed(list[User], list[str])
#@ same: all_known(list[str], list[str])
#@ same: first_known(list[str], list[str])
#@ same: two_clauses(list[list[str]], list[str])
#@ same: of_each_other(list[User], list[str])
#@ same: one_in_another(list[User], list[str])
#@ same: counted(list[User], list[str])
#@ same: walrus(list[str], list[str])
#@ same: by_pairs(list[str], list[str], list[str])
#@ same: by_index(list[str], list[str])
#@ same: outside_first(list[str], list[str])
from typing import NamedTuple


class User(NamedTuple):
    id: str
    team: str


def as_set(users: list[User], banned: list[str]) -> set[str]:
    return {user.id for user in users if user.id in banned} #! nested-loop-lookup O(users × banned)


def as_dict(users: list[User], banned: list[str]) -> dict[str, bool]:
    return {user.id: user.id in banned for user in users} #! nested-loop-lookup O(users × banned)


def as_key(users: list[User], order: list[str]) -> dict[int, str]:
    return {order.index(user.team): user.id for user in users} #! nested-loop-lookup O(users × order)


def as_generator(users: list[User], banned: list[str]):
    return (user for user in users if user.id not in banned) #! nested-loop-lookup O(users × banned)


def summed(users: list[User], banned: list[str]) -> int:
    return sum(user.id in banned for user in users) #! nested-loop-lookup O(users × banned)


def all_known(wanted: list[str], known: list[str]) -> bool:
    return all(name in known for name in wanted) #! nested-loop-lookup O(wanted × known)


def any_known(wanted: list[str], known: list[str]) -> bool:
    return any(name in known for name in wanted) #! nested-loop-lookup O(wanted × known)


def first_known(wanted: list[str], known: list[str]) -> str | None:
    return next((name for name in wanted if name in known), None) #! nested-loop-lookup O(wanted × known)


def two_clauses(teams: list[list[str]], banned: list[str]) -> list[str]:
    return [name for team in teams for name in team if name not in banned] #! nested-loop-lookup


def of_each_other(users: list[User], teams: list[str]) -> list[tuple[str, str]]:
    #! nested-loop-lookup O(users × teams)
    return [(user.id, team) for user in users for team in teams if user.team == team]


def one_in_another(users: list[User], teams: list[str]) -> list[list[str]]:
    #! nested-loop-lookup O(teams × users)
    return [[user.id for user in users if user.team == team] for team in teams]


def counted(users: list[User], teams: list[str]) -> dict[str, int]:
    #! nested-loop-lookup O(teams × users)
    return {team: sum(1 for user in users if user.team == team) for team in teams}


def walrus(lines: list[str], known: list[str]) -> list[str]:
    return [name for line in lines if (name := line.strip()) in known] #! nested-loop-lookup O(lines × known)


def by_position(users: list[User], banned: list[str]) -> list[int]:
    return [at for at, user in enumerate(users) if user.id in banned] #! nested-loop-lookup O(users × banned)


def by_pairs(ids: list[str], teams: list[str], banned: list[str]) -> list[str]:
    return [name for name, team in zip(ids, teams) if team in banned] #! nested-loop-lookup O(ids × banned)


def by_index(ids: list[str], banned: list[str]) -> list[int]:
    return [at for at in range(len(ids)) if ids[at] in banned] #! nested-loop-lookup O(ids × banned)


def outside_first(banned: list[str], names: list[str]) -> list[str]:
    return [name for name in sorted(names) if name in list(banned)] #! nested-loop-lookup O(names × banned)
