#@ run: unique(str)
#@ run: first_letters(str)
#@ run: any_twice(str)
#@ run: labels(list[str])
#@ same: letters(list[str])


def unique(path: str) -> list[str]:
    seen = []
    for line in open(path):
        if line not in seen: seen.append(line)  #! list-as-set 💡safe
    return seen


def first_letters(path: str) -> tuple[list[str], int]:
    found: list[str] = []
    skipped = 0
    for line in open(path):
        if line[:1] in found: #! list-as-set 💡safe
            skipped += 1
            continue
        found.append(line[:1]); skipped -= 1
    found.sort()
    return found, skipped


def any_twice(path: str) -> bool:
    seen = []
    for line in open(path):
        if line in seen: #! list-as-set 💡safe
            return True
        seen.append(line)
    return False


def labels(rows: list[str]) -> int:
    taken = []
    for at, _row in enumerate(rows):
        label = f"{at % 7}"
        if label not in taken: #! list-as-set 💡safe
            taken.append(label)
    return len(taken)


def letters(words: list[str]) -> list[str]:
    found = []
    for word in words:
        for letter in word:
            if letter not in found: #! list-as-set 💡suggestion
                found.append(letter)
    return found
