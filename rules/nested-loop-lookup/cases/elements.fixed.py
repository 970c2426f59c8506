# What is taken out of a tuple or a list of collections is what was put in there.


def indexed(names: list[str]):
    return {name for name in names}, {name: len(name) for name in names}, [name for name in names]


def found_in(wanted: list[str], names: list[str]) -> list[str]:
    ids, by_name, listed = indexed(names)
    kept = [name for name in wanted if name in ids and name in by_name]
    listed_set = set(listed)
    return [name for name in kept if name in listed_set]


def found_at(wanted: list[str], names: list[str]) -> list[str]:
    both = indexed(names)
    kept = [name for name in wanted if name in both[0]]
    return [name for name in kept if name in both[2]]


def perhaps(names: list[str], cached: bool):
    if cached:
        return 0, set(), list(names)
    return None


def found_perhaps(wanted: list[str], names: list[str]) -> list[str]:
    found = perhaps(names, True)
    count, ids, listed = found if found else perhaps(names, False)
    kept = [name for name in wanted if name in ids]
    count, known, others = perhaps(names, True)
    kept += [name for name in wanted if name in known]
    others_set = set(others)
    return [name for name in kept if name in others_set]


def declared(names: list[str]) -> tuple[set[str], list[str]]:
    return set(names), names


def found_declared(wanted: list[str], names: list[str]) -> list[str]:
    first, second = declared(names)
    kept = [name for name in wanted if name in first]
    second_set = set(second)
    return [name for name in kept if name in second_set]
