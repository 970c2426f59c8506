from collections.abc import Callable


class Index:
    def __init__(self) -> None:
        self.names: set[str] = set()
        self._keys: list[str] = []

    # trap: a public field: anybody may read its order or add to it
    def add(self, name: str) -> None:
        if name not in self.names:
            self.names.add(name)

    # trap: a private field, whose order another method gives away
    def add_key(self, key: str) -> None:
        if key not in self._keys:
            self._keys.append(key)

    def keys(self) -> list[str]:
        return self._keys

    def add_all(self, names: list[str]) -> None:
        for name in names:
            self.add(name)
            self.add_key(name)


# trap: a callback gets the list and may add to it
def announced(words: list[str], on_new: Callable[[list[str]], None]) -> list[str]:
    kept: list[str] = []
    kept_set: set[str] = set()
    for word in words:
        if word not in kept_set:
            kept.append(word)
            kept_set.add(word)
            on_new(kept)
    return kept


# trap: one list has two names, and grows by both
def twice(words: list[str]) -> list[str]:
    kept = out = []
    for word in words:
        if word not in kept:
            kept.append(word)
            out.append(word.upper())
    return out


# trap: it is walked while it grows
def closure(start: str, links: dict[str, list[str]]) -> list[str]:
    found = [start]
    found_set = set(found)
    for page in found:
        for link in links.get(page, []):
            if link not in found_set:
                found.append(link)
                found_set.add(link)
    return found


# trap: the annotation says list
def known_only(words: list[str]) -> int:
    seen: set[str] = set()
    count = 0
    for word in words:
        if word not in seen:
            seen.add(word)
            count += 1
    return count


# trap: the annotation stands in a comment
def known_comment(words: list[str]) -> int:
    seen = []  # type: list[str]
    count = 0
    for word in words:
        if word not in seen:
            seen.append(word)
            count += 1
    return count


# trap: the length of the list is not the number of different words
def ratio(words: list[str]) -> float:
    seen: list[str] = []
    seen_set: set[str] = set()
    for word in words:
        if word.startswith('#') or word not in seen_set:
            seen.append(word)
            seen_set.add(word)
    return len(seen) / len(words)


# trap: append() gives None, and stands in the condition
def first_times(words: list[str]) -> list[str]:
    seen: list[str] = []
    return [word for word in words if word not in seen and not seen.append(word)]


# trap: a generator gives the list away while it grows
def growing(words: list[str]):
    seen: list[str] = []
    seen_set: set[str] = set()
    for word in words:
        if word not in seen_set:
            seen.append(word)
            seen_set.add(word)
            yield seen


# trap: the place in the list is the number of the word
def numbered(words: list[str]) -> list[int]:
    seen: list[str] = []
    seen_set: set[str] = set()
    out = []
    for word in words:
        if word not in seen_set:
            seen.append(word)
            seen_set.add(word)
        out.append(seen.index(word))
    return out


# trap: taken out one by one: only the first of equal ones goes, and what is not there raises
def left(names: list[str], gone: list[str]) -> list[str]:
    for name in gone:
        names.remove(name)
    return names


# trap: taken out of the list that is walked: every second one is skipped
def walked(names: list[str], gone: list[str]) -> list[str]:
    gone_set = set(gone)
    for name in names:
        if name in gone_set:
            names.remove(name)
    return names


# Elements leave it again.
def window(words: list[str]) -> list[str]:
    recent: list[str] = []
    out = []
    for word in words:
        if word not in recent:
            recent.append(word)
            out.append(word)
        if len(recent) > 100:
            recent.pop(0)
    return out


# It is cleared in place.
def pages(words: list[str]) -> int:
    kept: list[str] = []
    count = 0
    for word in words:
        if word == '':
            kept.clear()
        elif word not in kept:
            kept.append(word)
            count += 1
    return count


# extend() and += add as well.
def extended(rows: list[list[str]]) -> list[str]:
    kept: list[str] = []
    for row in rows:
        if row[0] not in kept:
            kept.append(row[0])
        kept += row[1:]
    return kept


# A slot of a dict: each key has its list.
def by_letter(words: list[str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for word in words:
        kept = out.setdefault(word[:1], [])
        if word not in kept:
            kept.append(word)
    return out
