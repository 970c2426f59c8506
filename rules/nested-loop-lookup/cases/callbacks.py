#@ same: kept(list[str], list[str])
#@ same: folded(list[str], list[str])
from functools import reduce


def kept(names: list[str], banned: list[str]) -> list[str]:
    return list(filter(lambda name: name not in banned, names)) #! nested-loop-lookup O(names × banned)


def positions(names: list[str], ranking: list[str]) -> list[int]:
    return list(map(lambda name: ranking.index(name), names)) #! nested-loop-lookup O(names × ranking)


def by_method(names: list[str], ranking: list[str]) -> list[int]:
    return list(map(ranking.index, names)) #! nested-loop-lookup O(names × ranking)


def in_order(names: list[str], ranking: list[str]) -> list[str]:
    return sorted(names, key=lambda name: ranking.index(name)) #! nested-loop-lookup O(names × ranking)


def in_place(names: list[str], ranking: list[str]) -> None:
    names.sort(key=lambda name: ranking.index(name)) #! nested-loop-lookup O(names × ranking)


def in_order_by_method(names: list[str], ranking: list[str]) -> list[str]:
    return sorted(names, key=ranking.index) #! nested-loop-lookup O(names × ranking)


def held(names: list[str], banned: list[str]) -> list[str]:
    return list(filter(banned.__contains__, names)) #! nested-loop-lookup O(names × banned)


def by_dict(names: list[str], ages: dict[str, int]) -> list[str]:
    return sorted(filter(ages.__contains__, names), key=ages.get) #= a dict


def best(names: list[str], ranking: list[str]) -> str:
    return min(names, key=lambda name: ranking.index(name)) #! nested-loop-lookup O(names × ranking)


def folded(names: list[str], banned: list[str]) -> int:
    return reduce(lambda sum, name: sum + (name in banned), names, 0) #! nested-loop-lookup O(names × banned)


def by_name(names: list[str], banned: list[str]) -> list[bool]:
    def is_banned(name: str) -> bool:
        return name in banned

    return list(map(is_banned, names)) #? miss: the list belongs to the function around the callback


def column(frame, banned: list[str]):
    return frame["name"].apply(lambda name: name in banned) #? miss: what runs once per element is a method of a library


def two(names: list[str], others: list[str], banned: list[str]) -> str:
    return max(names[0], others[0], key=lambda name: banned.index(name)) #= two questions


def stored(names: list[str], options: dict) -> list[str]:
    return list(filter(options["check"], names)) #= what `check` does is decided elsewhere
