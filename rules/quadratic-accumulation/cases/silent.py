import requests


def total(numbers: list[int]) -> int:
    found = 0
    for number in numbers:
        #= numbers
        found = found + number
    return found


def grown(users: list[str]) -> list[str]:
    found = []
    for user in users:
        #= `+=` extends a list where it is
        found += [user]
    return found


def own(posts: list[list[str]]) -> list[list[str]]:
    found = []
    for tags in posts:
        names: list[str] = []
        for tag in tags[:5]:
            #= empty again for each post, and five at most
            names = names + [tag]
        found.append(names)
    return found


def versions(users: list[str]) -> list[list[str]]:
    now: list[str] = []
    kept = []
    for user in users:
        #= somebody keeps each version as it is
        now = now + [user]
        kept.append(now)
    return kept


def walked(users: list[str]):
    now: list[str] = []
    for user in users:
        #= whoever walks the generator may keep each version
        now = now + [user]
        yield now


def sides() -> list[str]:
    found: list[str] = []
    for side in ("left", "right"):
        #= two sides
        found = found + [side]
    return found


def first_ten(users: list[str]) -> list[str]:
    found: list[str] = []
    for user in users:
        #= ten at most
        if len(found) < 10:
            found = found + [user]
    return found


def settings(users: list[str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for user in users:
        #= the same name each time: it does not grow
        known = {**known, "last": user}
    return known


def ancestors(node) -> list[str]:
    path: list[str] = []
    while node is not None:
        #= nothing says how deep it goes, and mostly it is not deep
        path = [node.name] + path
        node = node.parent
    return path


def pages(urls: list[str]) -> list[str]:
    found: list[str] = []
    for url in urls:
        #= a copy is nothing beside a round trip
        found = found + [requests.get(url).text]
    return found


def count(words: list[str]) -> int:
    #= adds numbers
    return sum(len(word) for word in words)


def states(layers: list) -> tuple:
    found = ()
    for layer in layers:
        #= tuples are for few, unless there is a sign of many
        found += (layer(found),)
    return found
