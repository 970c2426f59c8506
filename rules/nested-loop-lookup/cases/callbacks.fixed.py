from functools import reduce


def kept(names: list[str], banned: list[str]) -> list[str]:
    banned_set = set(banned)
    return list(filter(lambda name: name not in banned_set, names))


def positions(names: list[str], ranking: list[str]) -> list[int]:
    ranking_positions = {value: position for position, value in reversed(list(enumerate(ranking)))}
    return list(map(lambda name: ranking_positions[name], names))


def by_method(names: list[str], ranking: list[str]) -> list[int]:
    return list(map(ranking.index, names))


def in_order(names: list[str], ranking: list[str]) -> list[str]:
    ranking_positions = {value: position for position, value in reversed(list(enumerate(ranking)))}
    return sorted(names, key=lambda name: ranking_positions[name])


def in_place(names: list[str], ranking: list[str]) -> None:
    ranking_positions = {value: position for position, value in reversed(list(enumerate(ranking)))}
    names.sort(key=lambda name: ranking_positions[name])


def in_order_by_method(names: list[str], ranking: list[str]) -> list[str]:
    return sorted(names, key=ranking.index)


def held(names: list[str], banned: list[str]) -> list[str]:
    return list(filter(banned.__contains__, names))


def by_dict(names: list[str], ages: dict[str, int]) -> list[str]:
    return sorted(filter(ages.__contains__, names), key=ages.get)


def best(names: list[str], ranking: list[str]) -> str:
    ranking_positions = {value: position for position, value in reversed(list(enumerate(ranking)))}
    return min(names, key=lambda name: ranking_positions[name])


def folded(names: list[str], banned: list[str]) -> int:
    banned_set = set(banned)
    return reduce(lambda sum, name: sum + (name in banned_set), names, 0)


def by_name(names: list[str], banned: list[str]) -> list[bool]:
    def is_banned(name: str) -> bool:
        return name in banned

    return list(map(is_banned, names))


def column(frame, banned: list[str]):
    return frame["name"].apply(lambda name: name in banned)


def two(names: list[str], others: list[str], banned: list[str]) -> str:
    return max(names[0], others[0], key=lambda name: banned.index(name))


def stored(names: list[str], options: dict) -> list[str]:
    return list(filter(options["check"], names))
