#@ same: unique_line(list[str])
#@ same: stripped(list[str])
#@ same: added(list[str], list[str])
#@ same: groups(list[list[str]])
#@ same: unique_numbers(list[float])
import json
from collections.abc import Iterator


# trap: order counts: a set has none
def unique_line(words: list[str]) -> str:
    seen: list[str] = []
    for word in words:
        if word not in seen:  #! list-as-set 💡suggestion
            seen.append(word)
    return ', '.join(seen)


# trap: the word is stripped on its way in
def stripped(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if word not in kept:  #! list-as-set 💡suggestion
            kept.append(word.strip())
    return kept


# trap: the list is not empty at first
def added(words: list[str], first: list[str]) -> list[str]:
    kept = list(first)
    for word in words:
        if word not in kept:  #! list-as-set 💡suggestion
            kept.append(word)
    return kept


# trap: the list is somebody else's
def added_to(words: list[str], kept: list[str]) -> None:
    for word in words:
        if word not in kept:  #! list-as-set 💡none
            kept.append(word)


# trap: remove() takes one of two equal ones
def toggled(words: list[str]) -> list[str]:
    open_ones: list[str] = []
    for word in words:
        if word in open_ones:
            open_ones.remove(word)  #! list-as-set 💡none
        else:
            open_ones.append(word)
            open_ones.append(word)
    return open_ones


# trap: it begins anew for each group
def groups(rows: list[list[str]]) -> list[list[str]]:
    out = []
    kept: list[str] = []
    for row in rows:
        for word in row:
            if word not in kept:  #! list-as-set 💡suggestion
                kept.append(word)
        out.append(kept)
        kept = []
    return out


# trap: rows have no hash
def unique_rows(rows: list[list[str]]) -> list[list[str]]:
    kept: list[list[str]] = []
    for row in rows:
        if row not in kept:  #! list-as-set 💡none
            kept.append(row)
    return kept


# trap: rows of JSON may have no hash
def unique_json(text: str) -> list[object]:
    kept: list[object] = []
    for row in json.loads(text):
        if row not in kept:  #! list-as-set 💡suggestion
            kept.append(row)
    return kept


# trap: NaN is kept each time by `==`, and by identity only once: `in` asks both
def unique_numbers(numbers: list[float]) -> list[float]:
    kept: list[float] = []
    for number in numbers:
        if number not in kept:  #! list-as-set 💡suggestion
            kept.append(number)
    return kept


# trap: the next one is asked for and another one is added
def pairs(words: Iterator[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if word not in kept:  #! list-as-set 💡suggestion
            kept.append(next(words))
    return kept
