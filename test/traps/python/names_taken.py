#@ same: named(list[str], list[str], list[str])
#@ same: of_module(list[str], list[str])
#@ same: of_inner(list[str], list[str])
#@ same: reused(list[str], list[str])
#@ same: imported(list[str], list[str])
#@ same: excepted(list[str], list[str])
wanted_set = {'taken'}


class Cache:
    def __init__(self, known: list[str]) -> None:
        self.__known = known

    # trap: a name with two underscores is another name inside of a class
    def held(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.__known]  #! nested-loop-lookup 💡suggestion

    # trap: a local name with two underscores in a class
    def of(self, names: list[str], __known: list[str]) -> list[str]:
        return [name for name in names if name in __known]  #! nested-loop-lookup 💡suggestion


# trap: `dict` is a loop's variable
def joined(keys: list[str], rows: list[dict[str, str]]) -> list[str]:
    out = []
    for dict in rows:
        out.append(dict['name'])
    return out + [next((row['name'] for row in rows if row['id'] == key), '') for key in keys]  #! nested-loop-lookup 💡suggestion


# trap: the new name is a parameter
def named(names: list[str], known: list[str], known_set: list[str]) -> list[str]:
    return [name for name in names if name in known] + known_set  #! nested-loop-lookup 💡suggestion


# trap: the new name is a name of the module that the function reads
def of_module(names: list[str], wanted: list[str]) -> list[str]:
    return [name for name in names if name in wanted or name in wanted_set]  #! nested-loop-lookup 💡suggestion


# trap: the new name is read by a function inside
def of_inner(names: list[str], wanted: list[str]) -> list[str]:
    def extra(name: str) -> bool:
        return name in wanted_set

    return [name for name in names if name in wanted or extra(name)]  #! nested-loop-lookup 💡suggestion


# trap: one name for two things: the loop's variable is the list's name in the next loop
def reused(names: list[str], known: list[str]) -> list[str]:
    old = [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion
    for known in names:
        old.append(known)
    return old


# trap: match binds the name anew
def rebound(command: list, names: list[str], known: list[str]) -> list[str]:
    old = [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion
    match command:
        case ['only', *known]:
            old += [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion
    return old


# trap: `import … as` in the function takes the name
def imported(names: list[str], known: list[str]) -> list[str]:
    import json as known_set

    return [known_set.dumps(name) for name in names if name in known]  #! nested-loop-lookup 💡suggestion


# trap: `except … as` unbinds its name
def excepted(names: list[str], known: list[str]) -> list[str]:
    old = []
    try:
        old = [name for name in names if name in known]  #! nested-loop-lookup 💡suggestion
    except TypeError as known_set:
        old = [str(known_set)]
    return old
