wanted_set = {'taken'}


class Cache:
    def __init__(self, known: list[str]) -> None:
        self.__known = known

    # trap: a name with two underscores is another name inside of a class
    def held(self, names: list[str]) -> list[str]:
        known_set = set(self.__known)
        return [name for name in names if name in known_set]

    # trap: a local name with two underscores in a class
    def of(self, names: list[str], __known: list[str]) -> list[str]:
        known_set = set(__known)
        return [name for name in names if name in known_set]


# trap: `dict` is a loop's variable
def joined(keys: list[str], rows: list[dict[str, str]]) -> list[str]:
    out = []
    for dict in rows:
        out.append(dict['name'])
    rows_by_id = {}
    for row in rows:
        rows_by_id.setdefault(row['id'], []).append(row)
    return out + [next((row['name'] for row in rows_by_id.get(key, ()) if row['id'] == key), '') for key in keys]


# trap: the new name is a parameter
def named(names: list[str], known: list[str], known_set: list[str]) -> list[str]:
    known_set2 = set(known)
    return [name for name in names if name in known_set2] + known_set


# trap: the new name is a name of the module that the function reads
def of_module(names: list[str], wanted: list[str]) -> list[str]:
    wanted_set2 = set(wanted)
    return [name for name in names if name in wanted_set2 or name in wanted_set]


# trap: the new name is read by a function inside
def of_inner(names: list[str], wanted: list[str]) -> list[str]:
    def extra(name: str) -> bool:
        return name in wanted_set

    wanted_set2 = set(wanted)
    return [name for name in names if name in wanted_set2 or extra(name)]


# trap: one name for two things: the loop's variable is the list's name in the next loop
def reused(names: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    old = [name for name in names if name in known_set]
    for known in names:
        old.append(known)
    return old


# trap: match binds the name anew
def rebound(command: list, names: list[str], known: list[str]) -> list[str]:
    known_set = set(known)
    old = [name for name in names if name in known_set]
    match command:
        case ['only', *known]:
            known_set2 = set(known)
            old += [name for name in names if name in known_set2]
    return old


# trap: `import … as` in the function takes the name
def imported(names: list[str], known: list[str]) -> list[str]:
    import json as known_set

    known_set2 = set(known)
    return [known_set.dumps(name) for name in names if name in known_set2]


# trap: `except … as` unbinds its name
def excepted(names: list[str], known: list[str]) -> list[str]:
    old = []
    try:
        known_set2 = set(known)
        old = [name for name in names if name in known_set2]
    except TypeError as known_set:
        old = [str(known_set)]
    return old
