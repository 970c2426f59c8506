from typing import NamedTuple


class User(NamedTuple):
    id: str
    team: str


def as_set(users: list[User], banned: list[str]) -> set[str]:
    banned_set = set(banned)
    return {user.id for user in users if user.id in banned_set}


def as_dict(users: list[User], banned: list[str]) -> dict[str, bool]:
    banned_set = set(banned)
    return {user.id: user.id in banned_set for user in users}


def as_key(users: list[User], order: list[str]) -> dict[int, str]:
    order_positions = {value: position for position, value in reversed(list(enumerate(order)))}
    return {order_positions[user.team]: user.id for user in users}


def as_generator(users: list[User], banned: list[str]):
    return (user for user in users if user.id not in banned)


def summed(users: list[User], banned: list[str]) -> int:
    banned_set = set(banned)
    return sum(user.id in banned_set for user in users)


def all_known(wanted: list[str], known: list[str]) -> bool:
    known_set = set(known)
    return all(name in known_set for name in wanted)


def any_known(wanted: list[str], known: list[str]) -> bool:
    known_set = set(known)
    return any(name in known_set for name in wanted)


def first_known(wanted: list[str], known: list[str]) -> str | None:
    known_set = set(known)
    return next((name for name in wanted if name in known_set), None)


def two_clauses(teams: list[list[str]], banned: list[str]) -> list[str]:
    banned_set = set(banned)
    return [name for team in teams for name in team if name not in banned_set]


def of_each_other(users: list[User], teams: list[str]) -> list[tuple[str, str]]:
    teams_by_value = {}
    for team in teams:
        teams_by_value.setdefault(team, []).append(team)
    return [(user.id, team) for user in users for team in teams_by_value.get(user.team, ()) if user.team == team]


def one_in_another(users: list[User], teams: list[str]) -> list[list[str]]:
    users_by_team = {}
    for user in users:
        users_by_team.setdefault(user.team, []).append(user)
    return [[user.id for user in users_by_team.get(team, ()) if user.team == team] for team in teams]


def counted(users: list[User], teams: list[str]) -> dict[str, int]:
    users_by_team = {}
    for user in users:
        users_by_team.setdefault(user.team, []).append(user)
    return {team: sum(1 for user in users_by_team.get(team, ()) if user.team == team) for team in teams}


def walrus(lines: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    return [name for line in lines if (name := line.strip()) in known_set]


def by_position(users: list[User], banned: list[str]) -> list[int]:
    banned_set = set(banned)
    return [at for at, user in enumerate(users) if user.id in banned_set]


def by_pairs(ids: list[str], teams: list[str], banned: list[str]) -> list[str]:
    banned_set = set(banned)
    return [name for name, team in zip(ids, teams) if team in banned_set]


def by_index(ids: list[str], banned: list[str]) -> list[int]:
    banned_set = set(banned)
    return [at for at in range(len(ids)) if ids[at] in banned_set]


def outside_first(banned: list[str], names: list[str]) -> list[str]:
    banned_set = set(banned)
    return [name for name in sorted(names) if name in banned_set]
