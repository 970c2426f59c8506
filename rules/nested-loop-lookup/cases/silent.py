ROLES = ("admin", "owner", "guest")


def sizes(users: list[str], banned: set[str], names: dict[str, str], text: str) -> list[str]:
    #= a set and a dict answer at once
    kept = [user for user in users if user not in banned and user in names]
    #= a string is searched for a part, which no set can answer
    return [user for user in kept if user in text]


def allowed(roles: list[str]) -> list[str]:
    return [role for role in roles if role in ROLES] #= three roles


def first_banned(users: list[str], banned: list[str]) -> str | None:
    for user in users:
        #= made anew for each user, from what the user is
        parts = user.split(".")
        if user in parts:
            return user
    return None


def admins(users: list[dict[str, list[str]]]) -> list[dict[str, list[str]]]:
    return [user for user in users if "admin" in user["roles"]] #= each looks through its own roles


def sorted_in(values: list[float], limits: list[float]) -> list[bool]:
    return [any(value < limit for limit in limits) for value in values] #= not an equality


def same_key(users: list[str], banned: list[str]) -> list[str]:
    #= one question, asked again and again: it can move out of the loop, and needs no index
    return [user for user in users if "root" in banned]
