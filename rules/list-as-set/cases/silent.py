SIZES = ["S", "M", "L"]


def unique(words: list[str]) -> list[str]:
    seen = set()
    kept = []
    for word in words:
        if word not in seen: #= a set
            seen.add(word)
            kept.append(word)
    return kept


def in_size(names: list[str]) -> list[str]:
    return [name for name in names if name in SIZES] #= three sizes


def first_five(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if word not in found: #= never more than five
            found.append(word)
        if len(found) == 5:
            break
    return found


def is_close(points: list[float]) -> list[float]:
    kept: list[float] = []
    for point in points:
        if not any(abs(point - other) < 0.1 for other in kept): #= a distance, which no set can answer
            kept.append(point)
    return kept
