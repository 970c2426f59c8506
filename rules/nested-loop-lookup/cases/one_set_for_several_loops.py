def split(users: list[str], names: str) -> tuple[list[str], list[str]]:
    banned = names.split()
    shown = [user for user in users if user not in banned]  #! nested-loop-lookup 💡suggestion
    free = [user for user in users if user.upper() not in banned]  #! nested-loop-lookup 💡suggestion
    return shown, free


def refilled(users: list[str], names: str) -> tuple[list[str], list[str]]:
    banned = names.split()
    shown = [user for user in users if user not in banned]  #! nested-loop-lookup 💡suggestion
    banned.extend(users)
    free = [user for user in users if user.upper() not in banned]  #! nested-loop-lookup 💡suggestion
    return shown, free


# Somebody takes names out of the set: the second loop needs one of its own.
def shrinking(users: list[str], names: str) -> tuple[list[str], list[str]]:
    banned = names.split()
    banned_set = set(banned)
    shown = []
    for user in users:
        banned_set.discard(user)
        shown.append(user)
    free = [user for user in users if user.upper() not in banned]  #! nested-loop-lookup 💡suggestion
    return shown, free
