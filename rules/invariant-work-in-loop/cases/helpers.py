from checks import is_banned


def is_known(user: str, known: list[str]) -> bool:
    return user in set(known)


def known(users: list[str], ids: list[str]) -> list[str]:
    return [user for user in users if is_known(user, ids)]  #! invariant-work-in-loop hint O(users × ids)


def banned(users: list[str], names: list[str]) -> list[str]:
    found = []
    for user in users:
        if is_banned(names, user):  #! invariant-work-in-loop hint O(users × names)
            found.append(user)
    return found


def one(user: str, ids: list[str]) -> bool:
    #= once
    return is_known(user, ids)


def reached(graph: list[str], start: str) -> int:
    left = set(graph)
    count = 0
    for node in graph:
        if node in left and node > start:
            count += 1
    return count


def all_reached(users: list[str], graph: list[str]) -> list[int]:
    #= it walks all of the graph anyway, and differently for each
    return [reached(graph, user) for user in users]


def own(users: list[str], ids: dict[str, list[str]]) -> list[str]:
    #= each user has ids of their own
    return [user for user in users if is_known(user, ids[user])]


#- checks.py
def is_banned(names: list[str], user: str) -> bool:
    everybody = set(names)
    return user in everybody
