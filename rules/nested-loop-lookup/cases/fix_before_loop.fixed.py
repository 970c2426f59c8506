from collections import Counter


def stripped(path: str, other: str) -> list[str]:
    with open(other) as file:
        banned = [line.strip() for line in file]
    kept = []
    with open(path) as lines:
        banned_set = set(banned)
        # Those that nobody banned.
        for line in lines:
            if line.strip() not in banned_set:
                kept.append(line)
    return kept


def numbered(rows: list[str], path: str) -> int:
    known = open(path).read().split()
    known_set = set(known)
    return sum(1 for at, row in enumerate(rows) if str(at) in known_set)


def ranked(path: str) -> list[int]:
    names = open(path).read().split()
    names_positions = {value: position for position, value in reversed(list(enumerate(names)))}
    return [names_positions[name] for name in names]


def crowded(path: str) -> list[str]:
    names = open(path).read().split()
    names_counts = Counter(names)
    return [name for name in names if names_counts[name] > 1]


def by_hand(path: str, other: str) -> list[str]:
    wanted = open(other).read().split()
    found = []
    wanted_set = set(wanted)
    for line in open(path):
        word = line.strip()
        if word in wanted_set or word.lower() in wanted_set:
            found.append(word)
    return found, wanted


def one_line(path: str, other: str, strict: bool) -> list[str]:
    names = open(other).read().split()
    if strict:
        names_set = set(names)
        return [line for line in open(path) if line.strip() in names_set]
    return names


def optional(users: list[str], banned: list[str] | None = None) -> list[str]:
    kept = []
    banned_set = set(banned or ())
    for user in users:
        if banned is None or user not in banned_set:
            kept.append(user)
    return kept
