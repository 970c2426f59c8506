#@ same: unique(list[str])
#@ same: tags(list[dict[str, list[str]]])
def unique(words: list[str]) -> list[str]:
    seen = []
    for word in words:
        if word not in seen: #! list-as-set O(words²)
            seen.append(word)
    return seen


def tags(posts: list[dict[str, list[str]]]) -> list[str]:
    found: list[str] = []
    for post in posts:
        for tag in post["tags"]:
            if tag not in found: #! list-as-set
                found.append(tag)
    return found


def unique_by_position(words: list[str]) -> list[str]:
    return [word for at, word in enumerate(words) if words.index(word) == at] #! list-as-set


def repeated(words: list[str]) -> list[str]:
    return [word for word in words if words.count(word) > 1] #? miss: counts all words once per word; a Counter counts them in one pass


class Bans:
    def __init__(self) -> None:
        self._ids: list[str] = []

    def add(self, user_id: str) -> None:
        if user_id not in self._ids: #! list-as-set hint
            self._ids.append(user_id)


STOP_WORDS = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "he", "in", "is", "it", "its", "of", "on",
]


def keywords(words: list[str]) -> list[str]:
    return [word for word in words if word not in STOP_WORDS] #! list-as-set
