def split(users: list[str], names: str) -> tuple[list[str], list[str]]:
    banned = names.split()
    banned_set = set(banned)
    shown = [user for user in users if user not in banned_set]
    free = [user for user in users if user.upper() not in banned_set]
    return shown, free


def refilled(users: list[str], names: str) -> tuple[list[str], list[str]]:
    banned = names.split()
    banned_set = set(banned)
    shown = [user for user in users if user not in banned_set]
    banned.extend(users)
    banned_set2 = set(banned)
    free = [user for user in users if user.upper() not in banned_set2]
    return shown, free


# Somebody takes names out of the set: the second loop needs one of its own.
def shrinking(users: list[str], names: str) -> tuple[list[str], list[str]]:
    banned = names.split()
    banned_set = set(banned)
    shown = []
    for user in users:
        banned_set.discard(user)
        shown.append(user)
    banned_set2 = set(banned)
    free = [user for user in users if user.upper() not in banned_set2]
    return shown, free
