def unique(words: list[str]) -> list[str]:
    seen = []
    seen_set = set()
    for word in words:
        if word not in seen_set:
            seen.append(word)
            seen_set.add(word)
    return seen


def tags(posts: list[dict[str, list[str]]]) -> list[str]:
    found: list[str] = []
    found_set: set[str] = set()
    for post in posts:
        for tag in post["tags"]:
            if tag not in found_set:
                found.append(tag)
                found_set.add(tag)
    return found


def unique_by_position(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))


def repeated(words: list[str]) -> list[str]:
    return [word for word in words if words.count(word) > 1]


class Bans:
    def __init__(self) -> None:
        self._ids: set[str] = set()

    def add(self, user_id: str) -> None:
        if user_id not in self._ids:
            self._ids.add(user_id)


STOP_WORDS = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "he", "in", "is", "it", "its", "of", "on",
]


def keywords(words: list[str]) -> list[str]:
    return [word for word in words if word not in STOP_WORDS]
