def unique(path: str) -> list[str]:
    seen = []
    seen_set = set()
    for line in open(path):
        if line not in seen_set:
            seen.append(line)
            seen_set.add(line)
    return seen


def first_letters(path: str) -> tuple[list[str], int]:
    found: list[str] = []
    found_set: set[str] = set()
    skipped = 0
    for line in open(path):
        if line[:1] in found_set:
            skipped += 1
            continue
        found.append(line[:1]); found_set.add(found[-1]); skipped -= 1
    found.sort()
    return found, skipped


def any_twice(path: str) -> bool:
    seen = set()
    for line in open(path):
        if line in seen:
            return True
        seen.add(line)
    return False


def labels(rows: list[str]) -> int:
    taken = []
    taken_set = set()
    for at, _row in enumerate(rows):
        label = f"{at % 7}"
        if label not in taken_set:
            taken.append(label)
            taken_set.add(label)
    return len(taken)


def letters(words: list[str]) -> list[str]:
    found = []
    found_set = set()
    for word in words:
        for letter in word:
            if letter not in found_set:
                found.append(letter)
                found_set.add(letter)
    return found
