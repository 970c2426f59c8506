import json
from collections.abc import Iterator


# trap: order counts: a set has none
def unique_line(words: list[str]) -> str:
    seen: list[str] = []
    seen_set: set[str] = set()
    for word in words:
        if word not in seen_set:
            seen.append(word)
            seen_set.add(word)
    return ', '.join(seen)


# trap: the word is stripped on its way in
def stripped(words: list[str]) -> list[str]:
    kept: list[str] = []
    kept_set: set[str] = set()
    for word in words:
        if word not in kept_set:
            kept.append(word.strip())
            kept_set.add(kept[-1])
    return kept


# trap: the list is not empty at first
def added(words: list[str], first: list[str]) -> list[str]:
    kept = list(first)
    kept_set = set(kept)
    for word in words:
        if word not in kept_set:
            kept.append(word)
            kept_set.add(word)
    return kept


# trap: the list is somebody else's
def added_to(words: list[str], kept: list[str]) -> None:
    for word in words:
        if word not in kept:
            kept.append(word)


# trap: remove() takes one of two equal ones
def toggled(words: list[str]) -> list[str]:
    open_ones: list[str] = []
    for word in words:
        if word in open_ones:
            open_ones.remove(word)
        else:
            open_ones.append(word)
            open_ones.append(word)
    return open_ones


# trap: it begins anew for each group
def groups(rows: list[list[str]]) -> list[list[str]]:
    out = []
    kept: list[str] = []
    kept_set: set[str] = set()
    for row in rows:
        for word in row:
            if word not in kept_set:
                kept.append(word)
                kept_set.add(word)
        out.append(kept)
        kept = []
        kept_set = set()
    return out


# trap: rows have no hash
def unique_rows(rows: list[list[str]]) -> list[list[str]]:
    kept: list[list[str]] = []
    for row in rows:
        if row not in kept:
            kept.append(row)
    return kept


# trap: rows of JSON may have no hash
def unique_json(text: str) -> list[object]:
    kept: list[object] = []
    kept_set: set[object] = set()
    for row in json.loads(text):
        if row not in kept_set:
            kept.append(row)
            kept_set.add(row)
    return kept


# trap: NaN is kept each time by `==`, and by identity only once: `in` asks both
def unique_numbers(numbers: list[float]) -> list[float]:
    kept: list[float] = []
    kept_set: set[float] = set()
    for number in numbers:
        if number not in kept_set:
            kept.append(number)
            kept_set.add(number)
    return kept


# trap: the next one is asked for and another one is added
def pairs(words: Iterator[str]) -> list[str]:
    kept: list[str] = []
    kept_set: set[str] = set()
    for word in words:
        if word not in kept_set:
            kept.append(next(words))
            kept_set.add(kept[-1])
    return kept
