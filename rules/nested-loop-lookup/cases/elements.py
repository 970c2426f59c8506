# What is taken out of a tuple or a list of collections is what was put in there.


def indexed(names: list[str]):
    return {name for name in names}, {name: len(name) for name in names}, [name for name in names]


def found_in(wanted: list[str], names: list[str]) -> list[str]:
    ids, by_name, listed = indexed(names)
    #= a set and a dict
    kept = [name for name in wanted if name in ids and name in by_name]
    return [name for name in kept if name in listed] #! nested-loop-lookup


def found_at(wanted: list[str], names: list[str]) -> list[str]:
    both = indexed(names)
    kept = [name for name in wanted if name in both[0]] #= a set
    return [name for name in kept if name in both[2]] #? miss: a list without a name of its own


def perhaps(names: list[str], cached: bool):
    if cached:
        return 0, set(), list(names)
    return None


def found_perhaps(wanted: list[str], names: list[str]) -> list[str]:
    found = perhaps(names, True)
    count, ids, listed = found if found else perhaps(names, False)
    kept = [name for name in wanted if name in ids] #= a set, or nobody knows
    count, known, others = perhaps(names, True)
    kept += [name for name in wanted if name in known] #= a set
    return [name for name in kept if name in others] #! nested-loop-lookup


def declared(names: list[str]) -> tuple[set[str], list[str]]:
    return set(names), names


def found_declared(wanted: list[str], names: list[str]) -> list[str]:
    first, second = declared(names)
    kept = [name for name in wanted if name in first] #= a set
    return [name for name in kept if name in second] #! nested-loop-lookup
