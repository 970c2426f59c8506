#@ run: stripped(str, str)
#@ run: numbered(list[str], str)
#@ run: ranked(str)
#@ run: crowded(str)
#@ run: by_hand(str, str)
#@ run: one_line(str, str, bool)
#@ same: optional(list[str], list[str] | None)


def stripped(path: str, other: str) -> list[str]:
    with open(other) as file:
        banned = [line.strip() for line in file]
    kept = []
    with open(path) as lines:
        # Those that nobody banned.
        for line in lines:
            if line.strip() not in banned: #! nested-loop-lookup 💡safe
                kept.append(line)
    return kept


def numbered(rows: list[str], path: str) -> int:
    known = open(path).read().split()
    return sum(1 for at, row in enumerate(rows) if str(at) in known) #! nested-loop-lookup 💡safe


def ranked(path: str) -> list[int]:
    names = open(path).read().split()
    return [names.index(name) for name in names] #! nested-loop-lookup 💡safe


def crowded(path: str) -> list[str]:
    names = open(path).read().split()
    return [name for name in names if names.count(name) > 1] #! nested-loop-lookup 💡safe


def by_hand(path: str, other: str) -> list[str]:
    wanted = open(other).read().split()
    found = []
    for line in open(path):
        word = line.strip()
        if word in wanted or word.lower() in wanted: #! nested-loop-lookup 💡safe #! nested-loop-lookup 💡safe
            found.append(word)
    return found, wanted


def one_line(path: str, other: str, strict: bool) -> list[str]:
    names = open(other).read().split()
    if strict: return [line for line in open(path) if line.strip() in names] #! nested-loop-lookup 💡safe
    return names


def optional(users: list[str], banned: list[str] | None = None) -> list[str]:
    kept = []
    for user in users:
        if banned is None or user not in banned: #! nested-loop-lookup 💡suggestion
            kept.append(user)
    return kept
